use super::{Carrier, card};
use crate::card::Card;
use crate::testing::{diagnose, engine, read_snippet};
use scopelens_engine::diagnosis::Likelihood;
use scopelens_model::{Denial, Evidence, Lang, View};
use scopelens_text::Ruler;

const BARE: &str = "403 Client Error: Forbidden for url: https://api.dingtalk.com/v1.0/contact/users/me";
const FEISHU: &str = "GET https://open.feishu.cn/open-apis/im/v1/chats {\"code\":99991672,\"msg\":\"Access denied.\"}";

/// The card of what is read in `text`, once `change` has made another refusal of it.
fn changed(text: &str, lang: Lang, change: impl Fn(&mut Denial)) -> Card {
    let mut denial = read_snippet(text).denials.remove(0);
    change(&mut denial);
    let carrier = Carrier { text, request: "", ruler: &Ruler::new(text), redactor: engine().redactor() };
    card(engine(), &denial, &Evidence::default(), &carrier, View::new(lang)).unwrap()
}

#[test]
fn a_status_alone_says_how_this_client_prints_the_body() {
    for (client, words) in
        [("AxiosError", "err.response?.data"), ("okhttp3.Call", "body().string()"), ("curl: (22)", "--fail-with-body")]
    {
        for lang in Lang::ALL {
            let card = changed(&format!("{FEISHU}\n{client}"), lang, |denial| denial.topic = "status-only".into());
            let step = &card.next.as_ref().unwrap().text;
            assert!(step.contains(words), "{client}: {step}");
            assert!(card.title.contains("not printed") || card.title.contains("没有打印"), "{}", card.title);
            assert!(card.causes.iter().any(|cause| cause.id == "scope-of-call"), "{}", card.plain);
        }
    }
}

#[test]
fn a_limit_that_the_text_speaks_of_stands_before_a_scope() {
    let card = changed(BARE, Lang::En, |denial| {
        denial.topic = "status-only".into();
        denial.signals = vec!["speaks-of-limit".into()];
    });
    let place = |id: &str| card.causes.iter().position(|cause| cause.id == id).unwrap();
    assert!(place("limit-behind") < place("scope-of-call"), "{}", card.plain);
}

#[test]
fn an_unknown_code_is_shown_with_its_possible_readings() {
    for (text, tool) in [(BARE, "troubleshoot"), (FEISHU, "from=openapi")] {
        for lang in Lang::ALL {
            let card = changed(text, lang, |denial| {
                denial.topic = "unknown-code".into();
                denial.kind = scopelens_model::Kind::NotAuthorised;
                denial.details = vec![("message".into(), "no permission to operate".to_owned())];
                denial.signals = vec!["speaks-of-permission".into()];
                denial.request_id =
                    denial.code.clone().map(|code| scopelens_model::Fact { value: "a1b2c3d4".into(), ..code });
            });
            assert!(card.lead.contains("“no permission to operate”"), "{}", card.lead);
            for id in ["unknown-scope", "unknown-object", "unknown-role", "unknown-reason"] {
                assert!(
                    card.causes.iter().any(|cause| cause.id == id && cause.likelihood != Likelihood::Strong),
                    "{id}: {}",
                    card.plain
                );
            }
            assert!(card.plain.contains(tool), "{}", card.plain);
        }
    }
}

#[test]
fn an_unknown_code_without_words_of_permission_is_not_explained() {
    let card = changed(FEISHU, Lang::En, |denial| {
        denial.topic = "unknown-code".into();
        denial.kind = scopelens_model::Kind::NotAuthorised;
    });
    assert_eq!(card.causes.iter().map(|cause| cause.id.as_str()).collect::<Vec<_>>(), ["unknown-reason"]);
    assert!(card.lead.contains("not guessed"));
}

#[test]
fn the_client_is_told_by_what_it_prints() {
    let url = "https://api.dingtalk.com/v1.0/contact/users/me";
    for (text, words) in [
        (format!("403 Client Error: Forbidden for url: {url}"), "print(e.response.text)"),
        (format!("AxiosError: Request failed with status code 403 {url}"), "err.response?.data"),
    ] {
        let card = changed(&text, Lang::En, |denial| denial.topic = "status-only".into());
        assert!(card.next.as_ref().unwrap().text.contains(words), "{}", card.plain);
    }
}

#[test]
fn a_list_that_may_be_folded_is_said_to_be_so_in_both_languages() {
    let reply = |list: &str| {
        format!(
            "code: \"Forbidden.AccessDenied.AccessTokenPermissionDenied\"\nmessage: \"没有调用该接口的权限\"\n{list}"
        )
    };
    for (lang, folded, empty) in
        [(Lang::En, "unfold it there", "or really empty"), (Lang::ZhCn, "请先在原处展开", "也可能确实为空")]
    {
        let plain = |list: &str| diagnose(&reply(list), lang).cards[0].plain.clone();
        assert!(plain("requiredScopes: Array(1)").contains(folded), "{}", plain("requiredScopes: Array(1)"));
        assert!(plain("requiredScopes: []").contains(empty), "{}", plain("requiredScopes: []"));
        for list in ["requiredScopes: Array(1)\n0: \"Card.Streaming.Write\"", "requestid: \"A1\""] {
            assert!(!plain(list).contains(folded) && !plain(list).contains(empty), "{}", plain(list));
        }
    }
}
