//! Bodies that were saved as they were sent: compressed.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// What a body is once its compression is undone.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Plain {
    /// All of it.
    Whole(Vec<u8>),
    /// Its beginning: the rest is damaged, or longer than the limit.
    Part(Vec<u8>),
    /// It is compressed in a way that is not read, or damaged from its beginning.
    Compressed,
}

/// So much of a body is unpacked, in bytes: a few of them may stand for a thousand times as many.
const LIMIT: usize = 16 * 1024 * 1024;

const GZIP: &[u8] = &[0x1f, 0x8b, 8];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// Undoes the compression of `bytes`, if there is any. `coding` is the reply's `content-encoding`, empty where it has none: tools
/// leave it there also where they have undone it. It is to be given for texts alone: of other bytes nothing tells whether it was.
pub(super) fn undo(bytes: Vec<u8>, coding: &str) -> Plain {
    if std::str::from_utf8(&bytes).is_ok() {
        return Plain::Whole(bytes);
    }
    if bytes.starts_with(GZIP) {
        return behind_gzip_header(&bytes).and_then(inflated).unwrap_or(Plain::Compressed);
    }
    let coding = coding.to_ascii_lowercase();
    let is_coded = |name| coding.contains(name);
    // Nothing but its first two bytes tells zlib, and nothing at all its raw form: other bytes may begin alike.
    let is_sure = |plain: &Plain| is_coded("deflate") || matches!(plain, Plain::Whole(_));
    let zlib = is_zlib(&bytes).then(|| bytes.get(2..).and_then(inflated)).flatten().filter(is_sure);
    let raw = || inflated(&bytes).filter(|plain| matches!(plain, Plain::Whole(_)));
    if let Some(plain) = zlib.or_else(|| is_coded("deflate").then(raw).flatten()) {
        return plain;
    }
    let may_be_coded = ["gzip", "deflate", "br", "zstd", "compress"].into_iter().any(is_coded) && has_controls(&bytes);
    if may_be_coded || bytes.starts_with(ZSTD) { Plain::Compressed } else { Plain::Whole(bytes) }
}

/// What deflated bytes hold, up to the limit; nothing where that is nothing but an error. Bytes behind their end are left alone.
fn inflated(bytes: &[u8]) -> Option<Plain> {
    let error = match decompress_to_vec_with_limit(bytes, LIMIT) {
        Ok(plain) => return Some(Plain::Whole(plain)),
        Err(error) => error,
    };
    let mut part = error.output;
    part.truncate(part.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1));
    (!part.is_empty()).then_some(Plain::Part(part))
}

/// What stands behind the header of gzip (RFC 1952): ten bytes, then extra fields, a name, a comment and a checksum, where its
/// flags say so.
fn behind_gzip_header(bytes: &[u8]) -> Option<&[u8]> {
    let flags = *bytes.get(3)?;
    let mut rest = bytes.get(10..)?;
    if flags & 4 != 0 {
        let (length, fields) = rest.split_first_chunk()?;
        rest = fields.get(usize::from(u16::from_le_bytes(*length))..)?;
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            rest = rest.get(memchr::memchr(0, rest)? + 1..)?;
        }
    }
    if flags & 2 == 0 { Some(rest) } else { rest.get(2..) }
}

/// Whether the first two bytes are a header of zlib, which bears a checksum.
fn is_zlib(bytes: &[u8]) -> bool {
    let Some((header, _)) = bytes.split_first_chunk() else { return false };
    let [method, _] = *header;
    method & 0x0f == 8 && method >> 4 <= 7 && u16::from_be_bytes(*header).is_multiple_of(31)
}

/// Whether there are control characters, as no text has them, whatever its charset.
fn has_controls(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::write::DeflateEncoder;
    use flate2::{Compression, GzBuilder};

    use super::{LIMIT, Plain, undo};
    use crate::testing::{gzip, zlib};

    const TEXT: &[u8] = "{\"code\":\"Forbidden\",\"message\":\"没有权限没有权限\"}".as_bytes();

    /// With all that its header may hold.
    fn named_gzip(bytes: &[u8]) -> Vec<u8> {
        let header = GzBuilder::new().extra(b"more".to_vec()).filename("a.json").comment("none");
        let mut gzip = header.write(Vec::new(), Compression::default());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap()
    }

    fn deflate(bytes: &[u8]) -> Vec<u8> {
        let mut deflate = DeflateEncoder::new(Vec::new(), Compression::default());
        deflate.write_all(bytes).unwrap();
        deflate.finish().unwrap()
    }

    #[test]
    fn what_is_compressed_is_unpacked_whatever_the_headers_say() {
        for (bytes, coding) in [
            (gzip(TEXT), "gzip"),
            (gzip(TEXT), ""),
            (gzip(TEXT), "br"),
            (zlib(TEXT), "deflate"),
            (zlib(TEXT), ""),
            (deflate(TEXT), "Deflate"),
            (named_gzip(TEXT), "gzip"),
        ] {
            assert_eq!(undo(bytes, coding), Plain::Whole(TEXT.to_vec()), "{coding}");
        }
    }

    #[test]
    fn what_is_not_compressed_stays() {
        let gbk = b"{\"m\":\"\xc3\xbb\xd3\xd0\xc8\xa8\xcf\xde\"}";
        for bytes in [TEXT, gbk, b"", b"x", b"x\x9c", b"xyz", b"x^2 + 1", b"\x89PNG\r\n\x1a\n\0\0"] {
            assert_eq!(undo(bytes.to_vec(), ""), Plain::Whole(bytes.to_vec()));
        }
        for bytes in [TEXT, gbk] {
            assert_eq!(undo(bytes.to_vec(), "br"), Plain::Whole(bytes.to_vec()));
        }
    }

    #[test]
    fn what_cannot_be_unpacked_is_told() {
        let brotli = [0x0b, 0x02, 0x80, 0x01, 0xff, 0xfe, 0x03];
        assert_eq!(undo(brotli.to_vec(), "br"), Plain::Compressed);
        assert_eq!(undo(vec![0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x00, 0x81], ""), Plain::Compressed);
        assert_eq!(undo(vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff], "gzip"), Plain::Compressed);
        assert_eq!(undo(vec![0x1f, 0x8b, 8], "gzip"), Plain::Compressed);
    }

    #[test]
    fn of_what_is_cut_or_too_long_the_beginning_is_kept() {
        let long: Vec<u8> = (0..5_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        let mut cut = gzip(&long);
        cut.truncate(cut.len() / 2);
        let Plain::Part(part) = undo(cut, "gzip") else { panic!("not cut") };
        assert!(long.starts_with(&part));
        let Plain::Part(part) = undo(gzip(&vec![b' '; 40 << 20]), "gzip") else { panic!("not cut") };
        assert_eq!(part.len(), LIMIT);
    }
}
