//! Points in time in digits, on the reader's clock.

use scopelens_text::civil::date;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// `offset`, as short as it is clear beside `now`: `10:02`, within one minute `10:02:33`, on another day `05-14 10:02`.
/// Milliseconds since 1970 (UTC); the reader's clock is `offset` minutes ahead of UTC.
pub(super) fn beside(moment: i64, now: Option<i64>, offset: i32) -> String {
    let (moment, now) = (local(moment, offset), now.map(|now| local(now, offset)));
    let same = |unit: i64| now.is_some_and(|now| now.div_euclid(unit) == moment.div_euclid(unit));
    let (_, month, day) = date(moment.div_euclid(DAY));
    let (hours, minutes, seconds) = time(moment);
    match (same(DAY), same(MINUTE)) {
        (_, true) => format!("{hours:02}:{minutes:02}:{seconds:02}"),
        (true, _) => format!("{hours:02}:{minutes:02}"),
        _ => format!("{month:02}-{day:02} {hours:02}:{minutes:02}"),
    }
}

/// `2026-05-14 10:02:33 UTC+08:00`
pub(super) fn whole(moment: i64, offset: i32) -> String {
    let moment = local(moment, offset);
    let (year, month, day) = date(moment.div_euclid(DAY));
    let (hours, minutes, seconds) = time(moment);
    let sign = if offset < 0 { '-' } else { '+' };
    let zone = format!("{sign}{:02}:{:02}", offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
    format!("{year:04}-{month:02}-{day:02} {hours:02}:{minutes:02}:{seconds:02} UTC{zone}")
}

fn local(time: i64, offset: i32) -> i64 {
    time.saturating_add(i64::from(offset) * MINUTE)
}

fn time(local: i64) -> (i64, i64, i64) {
    let seconds = local.rem_euclid(DAY) / 1_000;
    (seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::{beside, whole};

    const AT: i64 = 1_779_012_153_999; // 2026-05-17 10:02:33 UTC

    #[test]
    fn a_time_is_as_short_as_it_is_clear() {
        assert_eq!(beside(AT, Some(AT + 3_600_000), 0), "10:02");
        assert_eq!(beside(AT, Some(AT + 1_000), 0), "10:02:33");
        assert_eq!(beside(AT, Some(AT + 86_400_000), 0), "05-17 10:02");
        assert_eq!(beside(AT, None, 480), "05-17 18:02");
        assert_eq!(beside(AT, Some(AT), -630), "23:32:33");
    }

    #[test]
    fn a_whole_time_names_its_zone() {
        assert_eq!(whole(AT, 480), "2026-05-17 18:02:33 UTC+08:00");
        assert_eq!(whole(AT, -210), "2026-05-17 06:32:33 UTC-03:30");
        assert_eq!(whole(951_782_400_000, 0), "2000-02-29 00:00:00 UTC+00:00");
        assert_eq!(whole(-1, 0), "1969-12-31 23:59:59 UTC+00:00");
        for wild in [i64::MAX, i64::MIN] {
            assert!(!whole(wild, i32::MAX).is_empty() && !beside(wild, Some(0), i32::MIN).is_empty());
        }
    }
}
