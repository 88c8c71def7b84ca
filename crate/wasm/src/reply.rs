//! What a call is answered with.

use std::fmt::Display;

use scopelens_model::Exchange;
use scopelens_pack::Text;
use scopelens_render::card::{Annotation, Answer};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The one shape of all replies.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) enum Reply<T> {
    /// The answer.
    Ok(T),
    /// Files that are to be added, in this order, before the call is repeated. Nothing has happened.
    Missing(Vec<Text>),
    /// Why there is no answer.
    Error(Fault),
}

/// A reason why there is no answer.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Fault {
    /// `bad-input`, `bad-pack`, `bad-app-id`, `bad-har`, `internal`
    pub(crate) kind: &'static str,
    /// The reason in a sentence.
    pub(crate) message: String,
}

/// What opens below the row of an exchange.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Details {
    /// The row as of now.
    pub(crate) annotation: Annotation,
    /// The cards; nothing where nothing was refused.
    pub(crate) answer: Option<Answer>,
    /// The exchange, redacted, without the response's body.
    pub(crate) exchange: Exchange,
}

/// Why there is no answer.
pub(crate) enum Hindrance {
    Missing(Vec<Text>),
    Fault(Fault),
}

impl From<Fault> for Hindrance {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

pub(crate) fn parse<T: DeserializeOwned>(json: &str, name: &str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| bad(name, &error))
}

pub(crate) fn bad(name: &str, error: &impl Display) -> Fault {
    Fault { kind: "bad-input", message: format!("The {name} is not what was expected: {error}.") }
}

pub(crate) fn reply<T: Serialize, E: Into<Hindrance>>(result: Result<T, E>) -> String {
    let reply = match result.map_err(Into::into) {
        Ok(value) => Reply::Ok(value),
        Err(Hindrance::Missing(files)) => Reply::Missing(files),
        Err(Hindrance::Fault(fault)) => Reply::Error(fault),
    };
    // Plain structs of strings and numbers always serialise; the fallback keeps the promised shape.
    serde_json::to_string(&reply)
        .unwrap_or_else(|_| r#"{"error":{"kind":"internal","message":"The answer could not be written."}}"#.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Fault, Hindrance, parse, reply};

    #[test]
    fn a_reply_has_one_member() {
        assert_eq!(reply::<_, Fault>(Ok([1, 2])), r#"{"ok":[1,2]}"#);
        let missing = Hindrance::Missing(vec!["feishu.rules.pack".into()]);
        assert_eq!(reply::<(), _>(Err(missing)), r#"{"missing":["feishu.rules.pack"]}"#);
        let error = Fault { kind: "bad-har", message: "No.".to_owned() };
        assert_eq!(reply::<(), _>(Err(error)), r#"{"error":{"kind":"bad-har","message":"No."}}"#);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let fault = parse::<Vec<u64>>("{", "list of ids").unwrap_err();
        assert_eq!(fault.kind, "bad-input");
        assert!(fault.message.starts_with("The list of ids is not what was expected: "), "{}", fault.message);
    }
}
