use super::{Row, Scanner, Tally};
use crate::testing::engine;

const NEW: &str = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"E64A36EF","message":"应用尚未开通所需的权限：[Contact.User.Read]，申请：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23Contact.User.Read","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#;
const OLD: &str = r#"{"errcode":88,"sub_code":"60011","sub_msg":"没有调用该接口的权限","errmsg":"ding talk error[subcode=60011,submsg=没有调用该接口的权限, {requiredScopes=[qyapi_get_member]}]","request_id":"16l4ew3d47pdp"}"#;
const IP: &str = r#"{"code":"Forbidden.AccessDenied.IpNotInWhiteList","requestid":"A","message":"dingtalk 访问ip不在白名单之中,request ip=1.2.3.4"}"#;
const NOISE: &str = "2026-11-22 10:00:00 INFO 服务 served /index.html in 3 ms, 200 OK code=0\n";

/// The log in chunks of `size` bytes.
fn scan(log: &[u8], size: usize) -> Tally {
    let mut scanner = Scanner::new(engine());
    log.chunks(size.max(1)).for_each(|chunk| scanner.push(chunk));
    scanner.finish()
}

fn pretty(json: &str) -> String {
    serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(json).unwrap()).unwrap()
}

/// The line that the first code stands on.
fn line_of_code(log: &str) -> u64 {
    let offset = ["60011", "Forbidden."].iter().filter_map(|code| log.find(code)).min().unwrap();
    log.split_at(offset).0.matches('\n').count() as u64 + 1
}

fn brief(row: &Row) -> (&str, u64, u64, u64) {
    (row.scopes.first().map_or("", String::as_str), row.count, row.first_line, row.last_line)
}

#[test]
fn equal_refusals_are_one_row() {
    let log = format!("{NOISE}{NEW}\n{NOISE}{OLD}\n{NOISE}{NOISE}x {NEW}\n{IP}\n");
    let tally = scan(log.as_bytes(), 1 << 20);
    let rows: Vec<_> = tally.rows().into_iter().map(brief).collect();
    assert_eq!(rows, [("Contact.User.Read", 2, 2, 7), ("qyapi_get_member", 1, 4, 4), ("", 1, 8, 8)]);
    assert_eq!((tally.refused(), tally.lines, tally.bytes), (3, 8, log.len() as u64));
}

#[test]
fn a_chunk_border_at_every_byte_of_a_refusal_changes_nothing() {
    for refusal in [NEW.to_owned(), OLD.to_owned(), pretty(NEW), serde_json::to_string(&pretty(OLD)).unwrap()] {
        let log = format!("{NOISE}{NOISE}{refusal}\n{NOISE}");
        let whole = scan(log.as_bytes(), log.len());
        assert_eq!((whole.refused(), whole.rows()[0].first_line), (1, line_of_code(&log)), "{refusal}");
        for cut in 0..=log.len() {
            let mut scanner = Scanner::new(engine());
            scanner.push(&log.as_bytes()[..cut]);
            scanner.push(&log.as_bytes()[cut..]);
            assert_eq!(scanner.finish(), whole, "cut at {cut} of {refusal}");
        }
    }
}

#[test]
fn the_size_of_the_chunks_changes_nothing() {
    let pretty = pretty(NEW);
    let far = NOISE.repeat(900);
    let log = format!("{NOISE}{NEW}\n{far}{pretty}\n{}{far}{IP}\n[{pretty}", flood(300));
    let whole = scan(log.as_bytes(), log.len());
    let rows: Vec<_> = whole.rows().into_iter().map(|row| (row.count, row.first_line)).collect();
    let flood_at = 903 + pretty.lines().count() as u64;
    assert_eq!(rows, [(300, flood_at), (3, 2), (1, flood_at + 300 + 900)]);
    for size in [1, 7, 64, 1_000, 4_096, 65_536, 100_003] {
        assert_eq!(scan(log.as_bytes(), size), whole, "chunks of {size}");
    }
}

#[test]
fn a_refusal_in_base64_is_one_wherever_a_chunk_ends() {
    // `{"errcode":88,"sub_code":"60011","submsg":"ding talk error[subcode=60011,…]"}` with blanks around.
    let words = "ImVycmNvZGUiOjg4LCJzdWJfY29kZSI6IjYwMDExIiwiZXJybXNnIjoiZGluZyB0YWxrIGVycm9yW3N1YmNvZGU9NjAwMTEse3JlcXVpcmVkU2NvcGVzPVtxeWFwaV9nZXRfbWVtYmVyXX1dIiAg";
    for blanks in [0, 2_000, 11_000] {
        let blanks = "ICAg".repeat(blanks / 8);
        let log = format!("{}{{\"data\":\"eyAg{blanks}{words}{blanks}fQ==\"}}\n{NOISE}", NOISE.repeat(700));
        let whole = scan(log.as_bytes(), log.len());
        let rows: Vec<_> = whole.rows().into_iter().map(brief).collect();
        assert_eq!(rows, [("qyapi_get_member", 1, 701, 701)], "{}", blanks.len());
        for size in [1_000, 4_096, 65_536] {
            assert_eq!(scan(log.as_bytes(), size), whole, "chunks of {size}");
        }
    }
}

/// So many lines, each with a refusal of its own.
fn flood(count: usize) -> String {
    let one = |i| OLD.replace("16l4ew3d47pdp", &format!("16l4ew3d{i:05}")) + "\n";
    (0..count).map(one).collect()
}

#[test]
fn a_bracket_that_is_never_closed_hides_nothing() {
    let log = format!("[worker-1 {{started\n{}", flood(400));
    let rows = scan(log.as_bytes(), 5_000);
    let rows: Vec<_> = rows.rows().into_iter().map(brief).collect();
    assert!(matches!(rows.as_slice(), [("qyapi_get_member", 380..=400, 2, 401)]), "{rows:?}");
}

#[test]
fn every_refusal_of_a_flood_is_counted() {
    let tally = scan(flood(5_000).as_bytes(), 50_000);
    assert_eq!(tally.rows().into_iter().map(brief).collect::<Vec<_>>(), [("qyapi_get_member", 5_000, 1, 5_000)]);
}

#[test]
fn lines_end_as_windows_writes_them_too() {
    let log = format!("{NOISE}{}\n{NOISE}{OLD}\n", pretty(NEW)).replace('\n', "\r\n");
    let rows = scan(log.as_bytes(), 333);
    let first: Vec<u64> = rows.rows().iter().map(|row| row.first_line).collect();
    assert_eq!(first, [line_of_code(&log), 3 + pretty(NEW).lines().count() as u64]);
}

#[test]
fn bytes_that_are_no_text_spoil_nothing() {
    let mut log: Vec<u8> = (0..200_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let lines = log.iter().filter(|b| **b == b'\n').count() as u64;
    log.extend_from_slice(format!("\n{OLD}\n").as_bytes());
    log.extend_from_slice(&[0xe6, 0xb2, 0xff, 0x00, 0xc3].repeat(3_000));
    let tally = scan(&log, 10_000);
    assert_eq!(
        tally.rows().into_iter().map(brief).collect::<Vec<_>>(),
        [("qyapi_get_member", 1, lines + 2, lines + 2)]
    );
}

#[test]
fn one_line_of_five_megabytes_is_read_where_it_matters() {
    let words = "served in 3 ms, ".repeat(160_000);
    let log = format!("{words}{NEW} {words}{OLD}");
    assert!(log.len() > 5_000_000 && !log.contains('\n'));
    let tally = scan(log.as_bytes(), 1 << 20);
    let rows: Vec<_> = tally.rows().into_iter().map(brief).collect();
    assert_eq!((rows, tally.lines), (vec![("qyapi_get_member", 1, 1, 1), ("Contact.User.Read", 1, 1, 1)], 1));
}

#[test]
fn memory_does_not_grow_with_the_log() {
    let mut scanner = Scanner::new(engine());
    let noise = NOISE.repeat(1_000);
    for _ in 0..200 {
        scanner.push(noise.as_bytes());
        scanner.push(OLD.as_bytes());
        scanner.push(b"\n");
    }
    assert!(scanner.buffer.len() < noise.len() + 200_000, "{}", scanner.buffer.len());
    assert!(scanner.hits.len() < 100);
    let tally = scanner.finish();
    assert_eq!((tally.refused(), tally.lines), (200, 200 * 1_001));
}

#[test]
fn an_empty_log_holds_nothing() {
    let tally = Scanner::new(engine()).finish();
    assert_eq!((tally.rows().len(), tally.lines, tally.bytes), (0, 0, 0));
}
