use super::rejoin;
use crate::testing::{platforms, read_snippet};
use scopelens_model::{Denial, Kind};
use scopelens_text::flatten;

const REFUSAL: &str = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23Contact.User.Read","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#;

fn one(text: &str) -> Denial {
    let denials = read_snippet(text).denials;
    assert_eq!(denials.len(), 1, "in {text}\n{denials:#?}");
    denials.into_iter().next().unwrap()
}

fn scopes(denial: &Denial) -> Vec<&str> {
    denial.scopes.iter().map(|s| s.value.as_str()).collect()
}

fn joined(given: &str) -> String {
    let mut flat = flatten(given);
    rejoin(&platforms().collect::<Vec<_>>(), &mut flat);
    flat.text
}

#[test]
fn a_scope_that_a_catalog_knows_is_joined() {
    for (given, whole) in [
        ("lacks Calendar.Event.\nWrite, and", "lacks Calendar.Event.Write, and"),
        ("[Contact. \n   User.Read]", "[Contact.User.Read]"),
        ("[Contact.U\nser.Read]", "[Contact.User.Read]"),
        ("qyapi_get_ \nmember.", "qyapi_get_member."),
        ("q=contact:user.employee_id:\nreadonly,im:chat", "q=contact:user.employee_id:readonly,im:chat"),
    ] {
        assert_eq!(joined(given), whole);
    }
}

#[test]
fn what_no_catalog_knows_stays_apart() {
    for text in [
        "lacks Contact.User.Read.\nWrite to the administrator",
        "lacks Calendar.Event.\nSomething else",
        "im:chat\nim:message",
        "wiki:node:read\nand more",
        "drive:\n\ndrive",
        "- drive:\n- drive",
    ] {
        assert_eq!(joined(text), text);
    }
}

#[test]
fn an_address_that_cannot_end_so_is_joined() {
    for (given, whole) in [
        ("at https://a.example/x?\nb=1 c", "at https://a.example/x?b=1 c"),
        ("https://a.example/\nx/y?\nb=\n  1", "https://a.example/x/y?b=1"),
        ("see https://a.example/x-\ny now", "see https://a.example/x-y now"),
    ] {
        assert_eq!(joined(given), whole);
    }
    for text in
        ["see https://a.example/x.\nThen go", "https://a.example/\nnext line", "a=\nb", "https://a.example/x\ny=1"]
    {
        assert_eq!(joined(text), text);
    }
}

#[test]
fn offsets_lead_back_around_what_was_taken_out() {
    let given = "a Calendar.Event. \n  Write b";
    let mut flat = flatten(given);
    rejoin(&platforms().collect::<Vec<_>>(), &mut flat);
    let place = |word: &str| {
        let start = flat.text.find(word).unwrap();
        let span = flat.source(start, start + word.len());
        given.get(span.start..span.end).unwrap()
    };
    assert_eq!(
        (place("Calendar.Event.Write"), place("Write b"), place("a ")),
        ("Calendar.Event. \n  Write", "Write b", "a ")
    );
}

#[test]
fn a_pdfs_text_is_read_as_it_looks() {
    let denial = one("没有调⽤该接⼝的权限 {requiredScopes=[qyapi_get_\nmember]} errcode 60011 dingtalk");
    assert_eq!((denial.kind, scopes(&denial)), (Kind::MissingScope, vec!["qyapi_get_member"]));
    let broken = REFUSAL
        .replace("[Contact.User.Read]", "[Contact. \n  User.Read]")
        .replace("scope/apply?", "scope/apply?\n")
        .replace("requiredScopes\":[\"Contact.User.Read\"]", "x\":[]");
    let denial = one(&broken);
    assert_eq!(scopes(&denial), ["Contact.User.Read"]);
    assert_eq!(denial.app_id.unwrap().value, "dingabcdefghijklmnop");
}

#[test]
fn what_a_sign_at_a_lines_end_cuts_is_no_scope() {
    for (list, whole) in [
        ("Calendar.Event.\nWrite", Some("Calendar.Event.Write")),
        ("Calendar.Event.\n  Wr", None),
        ("Calendar.Event.", None),
        ("Contact.User.Read.\nPlease", Some("Contact.User.Read")),
    ] {
        for text in [
            format!("{{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"requiredScopes\":[\"{list}"),
            format!("Forbidden.AccessDenied.AccessTokenPermissionDenied: the app lacks {list}"),
        ] {
            assert_eq!(scopes(&one(&text)), whole.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
