//! Secrets that stand in the path of a URL, after a fixed beginning.

/// One place in a path.
pub(crate) struct Place {
    pub(crate) label: &'static str,
    /// What the path says right before the secret, in lower case.
    pub(crate) after: &'static str,
    /// Whether the secret takes the rest of the path, or one segment.
    pub(crate) rest: bool,
    /// Shortest segment taken for a secret.
    pub(crate) min: usize,
}

const fn segment(label: &'static str, after: &'static str, min: usize) -> Place {
    Place { label, after, rest: false, min }
}

const fn rest(label: &'static str, after: &'static str) -> Place {
    Place { label, after, rest: true, min: 8 }
}

/// A segment counts if it has a digit or ends like a unionId, so `/users/me` and `/users/search` stay.
pub(crate) const PATHS: &[Place] = &[
    segment("user-id", "/users/", 4),
    segment("user-id", "/unionids/", 4),
    segment("user-id", "/staffs/", 4),
    segment("user-id", "/operators/", 4),
    segment("conversation-id", "/conversations/", 8),
    segment("conversation-id", "/chats/", 8),
    segment("message-id", "/messages/", 8),
    segment("webhook", "/bot/v2/hook/", 8),
    segment("webhook", "/bot/hook/", 8),
    rest("webhook", "hooks.slack.com/services/"),
    rest("webhook", "hooks.slack.com/workflows/"),
    rest("webhook", "hooks.slack.com/triggers/"),
    rest("webhook", "/api/webhooks/"),
    // Microsoft Teams, Power Automate
    rest("webhook", "outlook.office.com/webhook/"),
    rest("webhook", "webhook.office.com/webhookb2/"),
    // DingTalk's connectors, Feishu's flows
    rest("webhook", "/webhook/flow/"),
    rest("webhook", "/trigger-webhook/"),
    // Zapier, Tines
    rest("webhook", "hooks.zapier.com/hooks/catch/"),
    rest("webhook", ".tines.com/webhook/"),
    // ServerChan, Bark
    segment("webhook", "sctapi.ftqq.com/", 20),
    segment("webhook", "sc.ftqq.com/", 20),
    segment("webhook", "api.day.app/", 20),
];
