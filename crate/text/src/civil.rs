//! Dates of the calendar and days since 1970. A year is counted from its March on, so that the leap day is its last.

/// Days from 1970-01-01 to this date; months and days are counted from 1.
///
/// ```
/// assert_eq!(scopelens_text::civil::days(2000, 3, 1), 11_017);
/// ```
#[must_use]
pub fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month < 3 { year - 1 } else { year };
    let since_march = (month + 9) % 12;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (since_march * 153 + 2) / 5 + day - 719_469
}

/// Year, month and day of a day counted from 1970-01-01. The calendar repeats itself every 400 years.
///
/// ```
/// assert_eq!(scopelens_text::civil::date(11_016), (2000, 2, 29));
/// ```
#[must_use]
pub fn date(since_1970: i64) -> (i64, i64, i64) {
    let days = since_1970 + 719_468;
    let (cycle, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (cycle * 400 + year + next, month, of_month)
}

#[cfg(test)]
mod tests {
    use super::{date, days};

    #[test]
    fn each_day_has_its_date_and_follows_the_one_before() {
        for day in -800_000..800_000 {
            let (year, month, of_month) = date(day);
            assert_eq!(days(year, month, of_month), day);
            assert!((1..=12).contains(&month) && (1..=31).contains(&of_month));
        }
        assert_eq!([date(-1), date(0), date(20_590)], [(1969, 12, 31), (1970, 1, 1), (2026, 5, 17)]);
    }
}
