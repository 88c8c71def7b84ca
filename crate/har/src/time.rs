//! ISO 8601 date and time, and milliseconds since 1970.

use scopelens_text::civil::{date, days};

const DAY: i64 = 86_400_000;

/// Milliseconds since 1970 (UTC) of `2026-11-22T10:00:00.5000000+08:00`; finer digits are dropped. The offset may be `Z`,
/// `+08:00`, `+0800` or `+08`. Without one the time is taken for UTC: within one file the order is what counts.
/// Nothing for anything else.
pub(super) fn parse(text: &str) -> Option<f64> {
    let mut rest = Rest(text.as_bytes());
    let (year, month, day) = (rest.number(4)?, rest.after(b"-")?, rest.after(b"-")?);
    rest.eat(b"Tt ")?;
    let (hour, minute) = (rest.number(2)?, rest.after(b":")?);
    let second = if rest.eat(b":").is_some() { rest.number(2)? } else { 0 };
    let milli = rest.fraction()?;
    let offset = rest.offset()?;
    let date = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    // A leap second is the first of the next minute.
    let time = hour < 24 && minute < 60 && second <= 60;
    let minutes = days(year, month, day) * 1_440 + hour * 60 + minute - offset;
    let milliseconds = (minutes * 60 + second) * 1_000 + milli;
    (date && time && rest.0.is_empty()).then_some(as_float(milliseconds))
}

/// `2026-11-22T02:00:00.500Z` for milliseconds since 1970; nothing for what no date of four digits can say since then.
pub(super) fn write(milliseconds: f64) -> Option<String> {
    let whole = (0.0..=253_402_300_799_999.0).contains(&milliseconds).then(|| as_integer(milliseconds))?;
    let (year, month, day) = date(whole / DAY);
    let rest = whole % DAY;
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60);
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1_000))
}

/// Exact: years of four digits need 48 bits.
#[allow(clippy::cast_precision_loss)]
fn as_float(milliseconds: i64) -> f64 {
    milliseconds as f64
}

/// The caller has seen that it fits.
#[allow(clippy::cast_possible_truncation)]
fn as_integer(milliseconds: f64) -> i64 {
    milliseconds as i64
}

/// What is left to read.
struct Rest<'t>(&'t [u8]);

impl Rest<'_> {
    /// A number of so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let (head, tail) = self.0.split_at_checked(digits)?;
        self.0 = tail;
        head.iter().try_fold(0, |n, byte| byte.is_ascii_digit().then(|| n * 10 + i64::from(byte - b'0')))
    }

    /// One of these bytes.
    fn eat(&mut self, any: &[u8]) -> Option<u8> {
        let (first, tail) = self.0.split_first()?;
        any.contains(first).then(|| self.0 = tail)?;
        Some(*first)
    }

    /// Two digits behind this mark.
    fn after(&mut self, mark: &[u8]) -> Option<i64> {
        self.eat(mark)?;
        self.number(2)
    }

    /// `.5000000` as milliseconds; zero where there is none.
    fn fraction(&mut self) -> Option<i64> {
        if self.eat(b".,").is_none() {
            return Some(0);
        }
        let digits = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (head, tail) = self.0.split_at_checked(digits)?;
        self.0 = tail;
        let weighed = head.iter().zip([100, 10, 1]).map(|(byte, weight)| i64::from(byte - b'0') * weight);
        (digits > 0).then(|| weighed.sum())
    }

    /// Minutes east of Greenwich.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.eat(b"Zz+-") {
            Some(b'+') => 1,
            Some(b'-') => -1,
            _ => return Some(0),
        };
        let hours = self.number(2)?;
        let whole = self.eat(b":").is_none() && self.0.is_empty();
        let minutes = if whole { 0 } else { self.number(2)? };
        (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    days(year + month / 12, month % 12 + 1, 1) - days(year, month, 1)
}

#[cfg(test)]
mod tests {
    use super::{parse, write};

    #[test]
    fn what_the_tools_write_is_read() {
        let time = 1_795_312_800_000.0;
        for (text, more) in [
            ("2026-11-22T02:00:00Z", 0.0),
            ("2026-11-22T02:00:00.250Z", 250.0),
            ("2026-11-22T02:00:00.123456+00:00", 123.0),
            ("2026-11-22T10:00:00.5000000+08:00", 500.0),
            ("2026-11-22T10:00:00.012+0800", 12.0),
            ("2026-11-22T10:00:00+08", 0.0),
            ("2026-11-21T20:30:00-05:30", 0.0),
            ("2026-11-22 02:00:00", 0.0),
            ("2026-11-22T02:00Z", 0.0),
            ("2026-11-22t02:00:00,9z", 900.0),
        ] {
            assert_eq!(parse(text), Some(time + more), "{text}");
        }
        assert_eq!(parse("1970-01-01T00:00:00Z"), Some(0.0));
        assert_eq!(parse("2000-02-29T00:00:00Z"), Some(951_782_400_000.0));
        assert_eq!(parse("2016-12-31T23:59:60Z"), parse("2017-01-01T00:00:00Z"));
        assert_eq!(parse("1969-12-31T23:59:59.999Z"), Some(-1.0));
    }

    #[test]
    fn what_is_no_time_is_not_guessed() {
        for text in [
            "",
            "2026",
            "2026-11-22",
            "2026-11-22T",
            "2026-11-22T10",
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T10:60:00Z",
            "2026-11-22T10:00:61Z",
            "2026-11-22T10:00:00.Z",
            "2026-11-22T10:00:",
            "2026-11-22T10:00:00+8",
            "2026-11-22T10:00:00+08:",
            "2026-11-22T10:00:00+24:00",
            "2026-11-22T10:00:00Z ",
            "2026-11-22T10:00:00 GMT",
            "+2026-11-22T10:00:00Z",
            "２０２６-11-22T10:00:00Z",
            "1795312800000",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn written_times_are_read_again() {
        for day in 0..60_000 {
            let time = f64::from(day) * 86_400_000.0 + 43_261_007.0;
            assert_eq!(write(time).and_then(|written| parse(&written)), Some(time));
        }
        assert_eq!(write(1_795_312_800_250.0).as_deref(), Some("2026-11-22T02:00:00.250Z"));
        assert_eq!(write(253_402_300_799_999.0).as_deref(), Some("9999-12-31T23:59:59.999Z"));
        for odd in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            assert_eq!(write(odd), None);
        }
    }
}
