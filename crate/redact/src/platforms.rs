//! What the platforms say of their own secrets and ids, put so that it is found at once.

use scopelens_pack::{Redaction, SecretShape, Text};

use super::detectors::shapes::Shape;
use super::meaning::{self, Meaning};
use super::shape;

/// Secrets, ids and member names of the platforms that a redactor knows.
#[derive(Debug, Default)]
pub(super) struct Platforms {
    /// Secrets by the first byte of their beginning, those of the first platform first.
    shapes: Vec<Vec<SecretShape>>,
    /// Public ids of apps and organisations.
    kept: Vec<SecretShape>,
    /// Member names, folded and sorted.
    pub(super) names: Vec<(Text, Meaning)>,
}

impl Platforms {
    pub(super) fn new<'r>(redactions: impl IntoIterator<Item = &'r Redaction>) -> Self {
        let mut platforms = Self { shapes: vec![Vec::new(); 128], ..Self::default() };
        for redaction in redactions {
            platforms.add(redaction);
        }
        platforms
    }

    fn add(&mut self, redaction: &Redaction) {
        for shape in &redaction.shapes {
            let first = shape.start.bytes().next().map(usize::from);
            if let Some(shapes) = first.and_then(|first| self.shapes.get_mut(first)) {
                shapes.push(shape.clone());
            }
        }
        self.kept.extend(redaction.kept.iter().cloned());
        meaning::note_names(&mut self.names, redaction);
    }

    /// The shapes that begin with the byte.
    pub(super) fn beginning_with(&self, first: u8) -> impl Iterator<Item = Shape<'_>> {
        self.shapes.get(usize::from(first)).into_iter().flatten().map(Shape::from)
    }

    /// Whether a mask may say `label` because a platform's secret is called so.
    pub(super) fn knows(&self, label: &str) -> bool {
        self.shapes.iter().flatten().any(|shape| *shape.kind == *label)
    }

    /// Whether `value` is a public id of an app or an organisation.
    pub(super) fn keeps(&self, value: &str) -> bool {
        self.kept.iter().any(|kept| shape::is_whole(value, &Shape::from(kept)))
    }
}
