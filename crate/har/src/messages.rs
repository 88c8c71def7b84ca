//! Messages of sockets and streams, which tools keep beside an entry.

use super::leaf::text;
use super::object::{Object, elements};
use scopelens_text::base64;

/// The two sides of a socket, a message a line.
pub(super) struct Sides {
    pub(super) sent: String,
    pub(super) received: String,
}

/// The messages of a socket: Chrome's `_webSocketMessages`, Whistle's `frames`; nothing where there are none.
pub(super) fn of_socket(entry: &Object) -> Option<Sides> {
    let (mut sent, mut received) = (Vec::new(), Vec::new());
    for message in ["_webSocketMessages", "frames"].into_iter().filter_map(|name| entry.get(name)).flat_map(elements) {
        let Ok(message) = Object::read(Some(message)) else { continue };
        let is_sent =
            text(message.get("type")).is_some_and(|kind| kind == "send") || message.get("isClient") == Some("true");
        let side = if is_sent { &mut sent } else { &mut received };
        side.extend(data(&message));
    }
    let any = !sent.is_empty() || !received.is_empty();
    any.then(|| Sides { sent: sent.join("\n"), received: received.join("\n") })
}

fn data(message: &Object) -> Option<String> {
    let encoded = text(message.get("base64")).and_then(|data| base64::decode(&data));
    encoded.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).or_else(|| text(message.get("data")))
}

/// The events of a stream in the form in which they were sent: Chrome's `_eventSourceMessages`; nothing where there are none.
pub(super) fn of_stream(entry: &Object) -> Option<String> {
    let event = |json: &str| {
        let event = Object::read(Some(json)).ok()?;
        let name = text(event.get("eventName")).unwrap_or_else(|| "message".to_owned());
        let data = text(event.get("data")).unwrap_or_default().replace('\n', "\ndata: ");
        Some(format!("event: {name}\ndata: {data}\n\n"))
    };
    let events: String = elements(entry.get("_eventSourceMessages")?).filter_map(event).collect();
    (!events.is_empty()).then_some(events)
}

#[cfg(test)]
mod tests {
    use super::{of_socket, of_stream};
    use crate::object::Object;

    fn sides(json: &str) -> Option<(String, String)> {
        of_socket(&Object::read(Some(json)).unwrap()).map(|sides| (sides.sent, sides.received))
    }

    #[test]
    fn messages_of_a_socket_are_read_by_their_sides() {
        let chrome = r#"{"_webSocketMessages":[{"type":"send","time":1.5,"opcode":1,"data":"{\"q\":1}"},
            {"type":"receive","time":2,"opcode":1,"data":"a"},{"type":"receive","data":"b\n"},{"type":"receive"}]}"#;
        assert_eq!(sides(chrome), Some(("{\"q\":1}".to_owned(), "a\nb\n".to_owned())));
        let whistle = r#"{"frames":[{"frameId":"1-1","isClient":true,"opcode":1,"base64":"aGk="},{"isClient":false,"base64":"5rKh"}]}"#;
        assert_eq!(sides(whistle), Some(("hi".to_owned(), "没".to_owned())));
        for none in ["{}", r#"{"frames":[]}"#, r#"{"frames":{"a":1}}"#, r#"{"_webSocketMessages":null}"#] {
            assert_eq!(sides(none), None, "{none}");
        }
    }

    #[test]
    fn events_of_a_stream_are_read_as_they_were_sent() {
        let entry = r#"{"_eventSourceMessages":[{"time":1,"eventName":"note","data":"a\nb"},{"data":"c"}]}"#;
        let events = of_stream(&Object::read(Some(entry)).unwrap());
        assert_eq!(events.as_deref(), Some("event: note\ndata: a\ndata: b\n\nevent: message\ndata: c\n\n"));
        assert_eq!(of_stream(&Object::read(Some("{}")).unwrap()), None);
    }
}
