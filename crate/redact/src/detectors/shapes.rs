//! Secrets that show by themselves, whatever stands around them: a beginning that only they have, then a body. Those of the
//! platforms are read beside them (`platforms`).

use std::sync::OnceLock;

use scopelens_pack::{SecretShape, ShapeBody};

/// What the body of a shape is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// Digits.
    Digit,
    /// Lower-case hex digits.
    Hex,
    /// Lower-case letters and digits.
    Small,
    /// Upper-case letters and digits.
    Upper,
    /// Letters and digits.
    Alnum,
    /// Letters, digits, `_` and `-`.
    Word,
    /// Letters, digits, `_`, `-` and `.`.
    Dotted,
    /// Letters, digits, `_`, `.` and `!`.
    Bang,
    /// Base64 with `+`, `/` and `=`, plain, percent-encoded or escaped.
    Base64,
    /// The same with `:` and `$`.
    Sender,
}

/// A shape: `<start><body of min..=max>`, not followed by more of the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape<'a> {
    pub(crate) label: &'a str,
    pub(crate) start: &'a str,
    pub(crate) body: Body,
    pub(crate) min: usize,
    pub(crate) max: usize,
    /// At least that many digits, where the start alone says little.
    pub(crate) digits: usize,
}

impl Body {
    /// The body that the table calls `name`.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "hex" => Self::Hex,
            "small" => Self::Small,
            "upper" => Self::Upper,
            "alnum" => Self::Alnum,
            "word" => Self::Word,
            "dotted" => Self::Dotted,
            "bang" => Self::Bang,
            "base64" => Self::Base64,
            _ => return None,
        })
    }
}

impl<'a> From<&'a SecretShape> for Shape<'a> {
    fn from(shape: &'a SecretShape) -> Self {
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        Self {
            label: &shape.kind,
            start: &shape.start,
            body: shape.body.into(),
            min: count(shape.min),
            max: count(shape.max),
            digits: count(shape.digits),
        }
    }
}

impl From<ShapeBody> for Body {
    fn from(body: ShapeBody) -> Self {
        match body {
            ShapeBody::Digit => Self::Digit,
            ShapeBody::Hex => Self::Hex,
            ShapeBody::Small => Self::Small,
            ShapeBody::Upper => Self::Upper,
            ShapeBody::Alnum => Self::Alnum,
            ShapeBody::Word => Self::Word,
            ShapeBody::Dotted => Self::Dotted,
            ShapeBody::Base64 => Self::Base64,
            ShapeBody::Sender => Self::Sender,
        }
    }
}

/// Kinds that code beside the table recognises: see `loose`, `person` and `url`.
pub(crate) const LOOSE: &[&str] = &[
    "hex32",
    "hex64",
    "random",
    "mobile",
    "email",
    "union-id",
    "id-number",
    "pem",
    "password",
    "secret",
    "cookie",
    "token",
    "telegram-token",
    "discord-token",
    "azure-secret",
    "mailchimp-key",
    "terraform-token",
    "password-hash",
];

/// The table of beginnings, by first byte.
static TABLE: OnceLock<Vec<Vec<Shape<'static>>>> = OnceLock::new();

/// The built-in shapes that begin with this byte.
pub(crate) fn beginning_with(first: u8) -> &'static [Shape<'static>] {
    let table = TABLE.get_or_init(|| {
        let mut table = vec![Vec::new(); 128];
        for shape in all() {
            let first = shape.start.bytes().next().map_or(0, usize::from);
            table.get_mut(first).into_iter().for_each(|shapes: &mut Vec<_>| shapes.push(shape));
        }
        table
    });
    table.get(usize::from(first)).map_or(&[], Vec::as_slice)
}

/// Every built-in shape, in the order of the table.
pub(crate) fn all() -> impl Iterator<Item = Shape<'static>> {
    include_str!("prefixes.tsv").lines().filter(|line| !line.starts_with('#')).filter_map(of_line)
}

/// The shape that a line of the table tells of; none where it is no such line.
fn of_line(line: &'static str) -> Option<Shape<'static>> {
    let mut cells = line.split('\t');
    let (label, start, body) = (cells.next()?, cells.next()?, Body::named(cells.next()?)?);
    let min = cells.next()?.parse().ok()?;
    let max = cells.next().and_then(|max| if max == "-" { Some(usize::MAX) } else { max.parse().ok() })?;
    let digits = cells.next().map_or(Some(0), |digits| digits.parse().ok())?;
    Some(Shape { label, start, body, min, max, digits })
}
