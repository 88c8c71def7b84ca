use super::{Comparison, Need, Plan};
use crate::card::exchanges;
use crate::testing::engine;
use scopelens_engine::plan::State;
use scopelens_engine::session::Session;
use scopelens_model::{AnyOf, Lang, View};

fn of(session: &Session, view: View) -> Plan {
    super::of(engine(), session, view)
}

fn compare(before: &str, after: &str, view: View) -> Result<Comparison, serde_json::Error> {
    super::compare(engine(), before, after, view)
}

const APP: &str = "dingabcdefghijklmnop";
const TOKEN: &str = "1 10:00 token T1 POST https://api.dingtalk.com/v1.0/oauth2/accessToken app=dingabcdefghijklmnop\n";

fn view() -> View {
    View::new(Lang::En)
}

fn seen(script: &str) -> Session {
    let mut session = Session::new("k");
    for exchange in exchanges(script) {
        session.see(engine(), &exchange);
    }
    session
}

fn plan(script: &str) -> Plan {
    of(&seen(script), view())
}

fn line(need: &Need) -> String {
    let codes: Vec<&str> = need.scopes.iter().map(|scope| scope.code.as_str()).collect();
    let calls: usize = need.calls.iter().map(|call| call.count).sum();
    format!("{:?} {:?} {} x{calls}", need.state, need.any_of, codes.join("|"))
}

fn lines(plan: &Plan) -> Vec<String> {
    plan.apps.iter().flat_map(|app| &app.needs).map(line).collect()
}

#[test]
fn each_scope_stands_once_refused_needed_granted() {
    let plan = plan(&format!(
        "{TOKEN}
2 10:01 refused T1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write
3 10:02 refused T1 PUT https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write
4 10:03 granted T1 GET https://api.dingtalk.com/v1.0/calendar/users/u1/calendars/primary/events
5 10:04 granted T1 GET https://api.dingtalk.com/v1.0/calendar/users/u2/calendars/primary/events
6 10:05 failed T1 PUT https://api.dingtalk.com/v1.0/card/streaming {{\"code\":\"param.error\"}}
7 10:06 granted T1 GET https://api.dingtalk.com/v1.0/no/such/call
8 10:07 granted T1 GET https://api.dingtalk.com/v1.0/no/such/call"
    ));
    assert_eq!(
        lines(&plan),
        [
            "Refused All Card.Instance.Write x2",
            "Needed All Card.Streaming.Write x1",
            "Granted All Calendar.Event.Read x2"
        ]
    );
    let app = &plan.apps[0];
    assert_eq!((plan.apps.len(), app.app_id.as_deref(), app.platform.name.as_str()), (1, Some(APP), "DingTalk"));
    assert_eq!(app.needs[0].exchanges, [2, 3]);
    assert_eq!(app.needs[2].calls[0].path, "/v1.0/calendar/users/{userId}/calendars/{calendarId}/events");
    let link = app.needs[0].scopes[0].link.as_ref().unwrap();
    assert_eq!(link.url, format!("https://open-dev.dingtalk.com/appscope/apply?content={APP}%23Card.Instance.Write"));
    let unknown: Vec<(&str, usize)> = plan.unknown.iter().map(|call| (call.path.as_str(), call.count)).collect();
    assert_eq!(unknown, [("/v1.0/no/such/call", 2)]);
}

#[test]
fn what_was_granted_since_is_no_longer_refused() {
    let refused = "2 10:01 refused T1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write\n";
    let newer = "3 10:05 token T2 POST https://api.dingtalk.com/v1.0/oauth2/accessToken app=dingabcdefghijklmnop\n";
    for (later, want) in [
        ("4 10:06 granted T2 POST https://api.dingtalk.com/v1.0/card/instances", "Granted"),
        ("4 10:06 granted T2 PUT https://api.dingtalk.com/v1.0/card/instances", "Granted"),
        ("4 09:59 granted T2 POST https://api.dingtalk.com/v1.0/card/instances", "Refused"),
        ("4 10:06 granted T9 POST https://api.dingtalk.com/v1.0/card/instances", "Refused"),
    ] {
        let plan = plan(&format!("{TOKEN}{refused}{newer}{later}"));
        let state = format!("{:?}", plan.apps[0].needs[0].state);
        assert_eq!(state, want, "{later}");
    }
}

#[test]
fn what_one_organisation_lacks_is_refused_whoever_else_has_it() {
    let plan = plan(
        "1 10:00 token A1 POST https://api.dingtalk.com/v1.0/oauth2/corpAccessToken app=suiteabcdefghijklmnop corp=ding0000000000000000000000000000000a
2 10:01 token B1 POST https://api.dingtalk.com/v1.0/oauth2/corpAccessToken app=suiteabcdefghijklmnop corp=ding0000000000000000000000000000000b
3 10:05 refused B1 GET https://api.dingtalk.com/v1.0/calendar/users/u2/calendars/primary/events Calendar.Event.Read
4 10:06 granted A1 GET https://api.dingtalk.com/v1.0/calendar/users/u1/calendars/primary/events",
    );
    assert_eq!(lines(&plan), ["Refused All Calendar.Event.Read x2"]);
}

#[test]
fn a_reply_tells_what_the_catalog_does_not_know() {
    let plan = plan(
        "1 10:00 token A1 POST https://api.dingtalk.com/v1.0/oauth2/corpAccessToken app=suiteabcdefghijklmnop corp=ding0000000000000000000000000000000a
2 10:01 token B1 POST https://api.dingtalk.com/v1.0/oauth2/corpAccessToken app=suiteabcdefghijklmnop corp=ding0000000000000000000000000000000b
3 10:05 refused B1 GET https://api.dingtalk.com/v1.0/calendar/users/u2/calendars Calendar.Calendar.Read
4 10:06 granted A1 GET https://api.dingtalk.com/v1.0/calendar/users/u1/calendars",
    );
    assert_eq!(plan.unknown, []);
    assert_eq!(lines(&plan), ["Refused All Calendar.Calendar.Read x2"]);
}

#[test]
fn any_of_groups_put_the_least_privilege_first_and_are_met_by_what_is_needed_anyway() {
    let token = "1 10:00 token t-one POST https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal app=cli_a1b2c3d4e5f60718\n";
    let first = plan(&format!(
        "{token}2 10:02 refused t-one GET https://open.feishu.cn/open-apis/wiki/v2/spaces drive:drive,wiki:wiki,wiki:node:read"
    ));
    assert_eq!(lines(&first), ["Refused Any wiki:node:read|wiki:wiki|drive:drive x1"]);
    assert!(first.list.contains("wiki:node:read or wiki:wiki or drive:drive  (one is enough)"), "{}", first.list);
    let more = plan(&format!(
        "{token}2 10:02 refused t-one GET https://open.feishu.cn/open-apis/wiki/v2/spaces drive:drive,wiki:wiki,wiki:node:read
3 10:03 refused t-one GET https://open.feishu.cn/open-apis/wiki/v2/spaces/get_node wiki:wiki
4 10:04 refused t-one GET https://open.feishu.cn/open-apis/im/v1/chats im:chat,im:chat:readonly
5 10:04 refused t-one GET https://open.feishu.cn/open-apis/im/v1/chats/oc_1 im:chat,im:chat:readonly,im:message"
    ));
    assert_eq!(lines(&more), ["Refused Any im:chat:readonly|im:chat x2", "Refused All wiki:wiki x2"]);
}

#[test]
fn each_person_is_asked_once_for_all_that_is_still_refused() {
    let plan = plan(&format!(
        "{TOKEN}2 10:01 refused T1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write
3 10:02 refused T1 PUT https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write
4 10:02 refused T1 GET https://api.dingtalk.com/v1.0/calendar/users/u1/calendars/primary/events Calendar.Event.Read
5 10:03 granted T1 GET https://api.dingtalk.com/v1.0/calendar/users/u1/calendars/primary/events"
    ));
    let [ask] = plan.apps[0].asks.as_slice() else { panic!("{:?}", plan.apps[0].asks) };
    assert!(ask.who.starts_with("A developer of the app"), "{}", ask.who);
    let expected = format!(
        "Hello, could you help with permissions on DingTalk?
For: {APP}
Please grant:
- Card.Instance.Write (POST api.dingtalk.com/v1.0/card/instances, PUT api.dingtalk.com/v1.0/card/instances)
  https://open-dev.dingtalk.com/appscope/apply?content={APP}%23Card.Instance.Write"
    );
    assert_eq!(ask.text, expected);
    assert!(plan.markdown.contains(&format!("**{}**\n\n```text\n{expected}\n```\n", ask.who)), "{}", plan.markdown);
}

#[test]
fn who_grants_what_has_no_scope_is_asked_for_the_call() {
    let refused = r#"{"errcode":50002,"errmsg":"请求的员工userid不在授权范围内"}"#;
    let plan = plan(&format!("{TOKEN}2 10:01 failed T1 POST https://oapi.dingtalk.com/topapi/v2/user/get {refused}"));
    let [ask] = plan.apps[0].asks.as_slice() else { panic!("{:?}", plan.apps[0].asks) };
    assert_eq!(ask.who, "The organisation's administrator");
    assert_eq!(
        ask.text,
        format!(
            "Hello, could you help with permissions on DingTalk?
For: {APP}
These calls were refused without a scope being named:
- POST oapi.dingtalk.com/topapi/v2/user/get
Where: https://oa.dingtalk.com/index.htm#/microApp/microAppList"
        )
    );
}

#[test]
fn calls_of_unknown_apps_stand_apart_and_spoil_nothing() {
    let plan = plan(&format!(
        "{TOKEN}2 10:01 refused T1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write
3 10:02 refused T8 PUT https://api.dingtalk.com/v1.0/card/streaming Card.Streaming.Write"
    ));
    let apps: Vec<Option<&str>> = plan.apps.iter().map(|app| app.app_id.as_deref()).collect();
    assert_eq!(apps, [Some(APP), None]);
    assert!(plan.apps[1].needs[0].scopes[0].link.is_none());
    assert!(plan.notes.iter().any(|note| note.contains("the app is not known")), "{:?}", plan.notes);
}

#[test]
fn what_a_gateway_passes_on_is_planned_for_the_app_that_the_reply_names() {
    let link = format!("https://open-dev.dingtalk.com/appscope/apply?content={APP}%23Card.Instance.Write");
    let text = format!("应用尚未开通所需的权限：[Card.Instance.Write]，点击链接申请并开通即可：{link}");
    let body = format!(
        r#"{{"success":false,"upstream":{{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"{text}"}}}}"#
    );
    let plan = plan(&format!("1 10:02 failed T1 POST https://gateway.example/send?access_token=hush {body}"));
    assert_eq!(
        (plan.apps[0].app_id.as_deref(), lines(&plan)),
        (Some(APP), vec!["Refused All Card.Instance.Write x1".to_owned()])
    );
    let call = &plan.apps[0].needs[0].calls[0];
    assert_eq!((call.host.as_str(), call.path.as_str()), ("gateway.example", "/send"));
}

#[test]
fn a_plan_is_the_same_in_whatever_order_it_was_seen() {
    let script = format!(
        "{TOKEN}2 10:01 refused T1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write
3 10:03 granted T1 GET https://api.dingtalk.com/v1.0/calendar/users/u1/calendars/primary/events
4 10:06 granted T1 POST https://api.dingtalk.com/v1.0/card/instances
5 10:06 refused T1 PUT https://api.dingtalk.com/v1.0/card/streaming Card.Streaming.Write
6 10:07 granted T1 GET https://api.dingtalk.com/v1.0/no/such/call"
    );
    let backwards: String = script.lines().rev().map(|line| format!("{line}\n")).collect();
    let json = |script: &str| serde_json::to_string(&plan(script)).unwrap();
    assert_eq!(json(&backwards), json(&script));
}

#[test]
fn the_texts_are_for_people() {
    let script = format!(
        "{TOKEN}2 10:01 refused T1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write
3 10:02 granted T1 GET https://api.dingtalk.com/v1.0/no/`such`|call/13800000000
4 10:03 granted T1 GET https://api.dingtalk.com/v1.0/calendar/users/u1/calendars/primary/events"
    );
    let plan = plan(&script);
    assert_eq!(plan.list, format!("DingTalk · {APP}\nCard.Instance.Write\n"));
    let link = format!("https://open-dev.dingtalk.com/appscope/apply?content={APP}%23Card.Instance.Write");
    let row = format!("| refused | [`Card.Instance.Write`]({link}) | `POST api.dingtalk.com/v1.0/card/instances`");
    assert!(plan.markdown.contains(&row), "{}", plan.markdown);
    assert!(!plan.markdown.contains("13800000000") && !plan.markdown.contains("`such`|"), "{}", plan.markdown);
    let chinese = of(&seen(&script), View::new(Lang::ZhCn));
    assert!(chinese.markdown.contains("### 钉钉 · dingabcdefghijklmnop") && chinese.markdown.contains("| 被拒绝 |"));
    let lines = [&plan, &chinese].map(|plan| plan.markdown.lines().filter(|line| line.starts_with('|')).count());
    assert_eq!(lines, [4, 4]);
}

#[test]
fn two_plans_are_compared() {
    let refused = "2 10:01 refused T1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write\n";
    let gone = "3 10:02 refused T1 PUT https://api.dingtalk.com/v1.0/card/streaming Card.Streaming.Write";
    let granted = "4 10:06 granted T1 POST https://api.dingtalk.com/v1.0/card/instances\n";
    let added = "5 10:03 granted T1 GET https://api.dingtalk.com/v1.0/calendar/users/u1/calendars/primary/events";
    let json = |plan: &Plan| serde_json::to_string(plan).unwrap();
    let before = json(&plan(&format!("{TOKEN}{refused}{gone}")));
    let after = json(&plan(&format!("{TOKEN}{refused}{granted}{added}")));
    let found = compare(&before, &after, view()).unwrap();
    let codes = |needs: &[Need]| needs.iter().map(|n| n.scopes[0].code.clone()).collect::<Vec<_>>();
    assert_eq!(codes(&found.added), ["Calendar.Event.Read"]);
    assert_eq!(codes(&found.gone), ["Card.Streaming.Write"]);
    let states: Vec<(State, State)> = found.changed.iter().map(|c| (c.before.state, c.after.state)).collect();
    assert_eq!(states, [(State::Refused, State::Granted)]);
    assert!(found.text.contains("Card.Instance.Write: refused → granted"), "{}", found.text);
    assert_eq!(compare(&after, &after, view()).unwrap().text, "Nothing changed.\n");
}

#[test]
fn what_a_plans_file_says_of_words_and_links_is_not_believed() {
    let evil = r#"{"apps":[{"app_id":"dingabcdefghijklmnop","platform":{"id":"dingtalk","name":"x"},"needs":[
        {"any_of":"all","state":"refused","state_words":"fine","scopes":[{"code":"Contact.User.Read","link":{"url":"https://evil.example"}}]},
        {"any_of":"all","state":"refused","scopes":[{"code":"javascript:alert(1)//<b>"}]}]},
        {"app_id":"../..","platform":{"id":"nobody"},"needs":[]}]}"#;
    let found = compare(r#"{"apps":[]}"#, evil, view()).unwrap();
    assert_eq!(found.added.len(), 1);
    let need = &found.added[0];
    assert_eq!((need.state_words.as_str(), need.any_of), ("refused", AnyOf::All));
    assert!(need.scopes[0].link.as_ref().unwrap().url.starts_with("https://open-dev.dingtalk.com/"));
    for bad in ["", "{}", "[]", "null", r#"{"apps":[{}]}"#, r#"{"apps":{}}"#] {
        assert!(compare(bad, r#"{"apps":[]}"#, view()).is_err(), "{bad}");
    }
}

#[test]
fn a_full_memory_gives_its_plan_in_time() {
    let mut session = Session::new("k");
    for exchange in exchanges(TOKEN) {
        session.see(engine(), &exchange);
    }
    let line = "2 10:01 refused T1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write";
    let exchange = exchanges(line).remove(0);
    for id in 2..=20_001_u64 {
        let mut exchange = exchange.clone();
        exchange.id = Some(id);
        exchange.head.url = format!("https://api.dingtalk.com/v1.0/no/such/{id}");
        exchange.body = if id % 50 == 0 { exchange.body } else { Some("{}".to_owned()) };
        exchange.head.status = if id % 50 == 0 { 403 } else { 200 };
        session.see(engine(), &exchange);
    }
    let plan = of(&session, view());
    assert_eq!(
        (plan.unknown.len(), plan.apps[0].needs[0].calls.len(), plan.apps[0].needs[0].exchanges.len()),
        (1_000, 100, 100)
    );
    assert!(plan.notes.iter().any(|note| note.contains("left out")), "{:?}", plan.notes);
}
