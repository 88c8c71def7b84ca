//! From JSON with places to the schema's structs, by serde. A fault does not end the reading: the value that is wrong is taken
//! out and the rest read again, so that a person sees all faults at once.

use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::check::Origin;
use crate::fault::Faults;
use crate::json::{Json, Member, Node, Place};
use crate::pattern;

/// The first value that does not fit. One pointer: each field of each struct hands it on.
#[derive(Debug)]
pub(crate) struct DecodeError(Box<Misfit>);

#[derive(Debug)]
struct Misfit {
    code: &'static str,
    value: String,
    place: Option<Place>,
}

impl DecodeError {
    fn new(code: &'static str, value: impl Into<String>) -> Self {
        Self(Box::new(Misfit { code, value: value.into(), place: None }))
    }

    /// The same at `place`, where it has none yet.
    #[cold]
    fn at(mut self, place: Place) -> Self {
        self.0.place = self.0.place.or(Some(place));
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.value)
    }
}

impl std::error::Error for DecodeError {}

impl de::Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new("value", message.to_string())
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new("unknown-member", expected.join(", "))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new("kind", expected.join(", "))
    }

    fn missing_field(name: &'static str) -> Self {
        Self::new("missing", name)
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self::new("twice", name)
    }
}

/// `tree` as a `T`; nothing where too much is wrong. What is wrong is noted and taken out of `tree`.
pub(crate) fn decode<T: DeserializeOwned>(tree: &mut Node, origin: Origin, faults: &mut Faults) -> Option<T> {
    let mut pruned: Vec<(Place, String)> = Vec::new();
    loop {
        let error = match T::deserialize(Decoder { node: tree, origin: Some(origin) }) {
            Ok(value) => return Some(value),
            Err(DecodeError(error)) => error,
        };
        let place = error.place.unwrap_or(tree.place);
        // A member is not missing that was taken out, nor is one that was the only one.
        let follows = |name: &str| error.code == "source" || (error.code == "missing" && *name == error.value);
        let is_told = pruned.iter().any(|(owner_place, name)| *owner_place == place && follows(name));
        if !is_told {
            faults.add(error.code, error.value, place);
        }
        if faults.is_full() || place == tree.place {
            return None;
        }
        pruned.push(prune(tree, place)?);
    }
}

/// Takes out what begins at `place`; gives the place of what it stood in, and its name there.
fn prune(tree: &mut Node, place: Place) -> Option<(Place, String)> {
    let owner_place = tree.place;
    match &mut tree.value {
        Json::List(items) => {
            if let Some(index) = items.iter().position(|item| item.place == place) {
                items.remove(index);
                return Some((owner_place, String::new()));
            }
            items.iter_mut().find_map(|item| prune(item, place))
        }
        Json::Object(members) => {
            // What was completed shares the place of what it was completed from: the later one is what was put in.
            if let Some(index) = members.iter().rposition(|(_, node)| node.place == place && owner_place != place) {
                return Some((owner_place, members.remove(index).0.into_owned()));
            }
            members.iter_mut().find_map(|(_, node)| prune(node, place))
        }
        _ => None,
    }
}

/// Reads a pack's JSON, in which nothing can be wrong that a person could mend.
pub(crate) fn decode_strict<T: DeserializeOwned>(tree: &Node) -> Option<T> {
    T::deserialize(Decoder { node: tree, origin: None }).ok()
}

/// A value that is being read, and whose it is; nothing where it was checked when it was packed.
#[derive(Clone, Copy)]
struct Decoder<'n, 't> {
    node: &'n Node<'t>,
    origin: Option<Origin>,
}

impl<'n, 't> Decoder<'n, 't> {
    fn of(self, node: &'n Node<'t>) -> Self {
        Self { node, ..self }
    }

    /// A text; a number is the text that it is written as. Custom rules have no use for an empty one.
    fn text(self) -> Result<&'n str, DecodeError> {
        let is_fit = |text: &&str| self.origin != Some(Origin::Custom) || !text.trim().is_empty();
        self.node.as_text().filter(is_fit).ok_or_else(|| self.wrong("text"))
    }

    fn wrong(&self, code: &'static str) -> DecodeError {
        DecodeError::new(code, "").at(self.node.place)
    }

    fn number<T: std::str::FromStr>(&self) -> Result<T, DecodeError> {
        match self.node.value {
            Json::Number(text) => text.parse().map_err(|_| self.wrong("number")),
            _ => Err(self.wrong("number")),
        }
    }
}

/// Numbers are read by their own type.
macro_rules! numbers {
    ($($method:ident $visit:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            visitor.$visit(self.number()?)
        })*
    };
}

impl<'de> de::Deserializer<'de> for Decoder<'_, '_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Json::Null => visitor.visit_unit(),
            Json::Flag(flag) => visitor.visit_bool(*flag),
            Json::Number(_) => self.deserialize_i64(visitor),
            Json::Text(_) => self.deserialize_str(visitor),
            Json::List(_) => self.deserialize_seq(visitor),
            Json::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.node.value {
            Json::Flag(flag) => visitor.visit_bool(flag),
            _ => Err(self.wrong("flag")),
        }
    }

    numbers! { deserialize_i32 visit_i32 deserialize_i64 visit_i64 deserialize_u32 visit_u32 deserialize_u64 visit_u64 }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_str::<DecodeError>(self.text()?).map_err(|error| error.at(self.node.place))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if matches!(self.node.value, Json::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    /// A value by itself is a list of one.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_seq(Items(self, self.node.items().iter())).map_err(|error: DecodeError| error.at(self.node.place))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Json::List(items) if items.len() == len => self.deserialize_seq(visitor),
            _ => Err(self.wrong("pair")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let Json::Object(members) = &self.node.value else { return Err(self.wrong("object")) };
        let members = Members { of: self, members: members.iter(), value: None };
        visitor.visit_map(members).map_err(|error: DecodeError| error.at(self.node.place))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_map(visitor)
    }

    /// A pattern is compiled where it may be faulty.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if let (pattern::TYPE_NAME, Some(origin)) = (name, self.origin) {
            let fault = pattern::fault(self.text()?, origin);
            fault.map_or(Ok(()), |(code, value)| Err(DecodeError::new(code, value).at(self.node.place)))?;
        }
        visitor.visit_newtype_struct(self)
    }

    /// A text names a variant; an object of one member names it and holds its value.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Json::Object(members) => match members.as_slice() {
                [member] => visitor.visit_enum(Variant { name: &member.0, of: self, value: Some(&member.1) }),
                _ => Err(self.wrong("source")),
            },
            _ => visitor.visit_enum(Variant { name: self.text()?, of: self, value: None }),
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 u8 u16 f32 f64 char bytes byte_buf unit unit_struct tuple_struct ignored_any
    }
}

struct Items<'n, 't>(Decoder<'n, 't>, std::slice::Iter<'n, Node<'t>>);

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, DecodeError> {
        self.1.next().map(|node| seed.deserialize(self.0.of(node))).transpose()
    }
}

struct Members<'n, 't> {
    of: Decoder<'n, 't>,
    members: std::slice::Iter<'n, Member<'t>>,
    value: Option<&'n Node<'t>>,
}

impl<'de> MapAccess<'de> for Members<'_, '_> {
    type Error = DecodeError;

    /// `null` is an absent member.
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        let Some((name, node)) = self.members.find(|(_, node)| !matches!(node.value, Json::Null)) else {
            return Ok(None);
        };
        self.value = Some(node);
        let name: de::value::StrDeserializer<'_, DecodeError> = (&**name).into_deserializer();
        seed.deserialize(name).map(Some).map_err(|error| error.at(node.place))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, DecodeError> {
        let node = self.value.take().ok_or_else(|| DecodeError::new("value", ""))?;
        seed.deserialize(self.of.of(node)).map_err(|error| error.at(node.place))
    }
}

struct Variant<'n, 't> {
    name: &'n str,
    of: Decoder<'n, 't>,
    value: Option<&'n Node<'t>>,
}

impl<'de> de::EnumAccess<'de> for Variant<'_, '_> {
    type Error = DecodeError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), DecodeError> {
        let name: de::value::StrDeserializer<'_, DecodeError> = self.name.into_deserializer();
        let located = |error: DecodeError| match self.value {
            Some(node) => DecodeError::new("unknown-member", error.0.value).at(node.place),
            None => error.at(self.of.node.place),
        };
        let variant = seed.deserialize(name).map_err(located)?;
        Ok((variant, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_, '_> {
    type Error = DecodeError;

    fn unit_variant(self) -> Result<(), DecodeError> {
        if self.value.is_none() { Ok(()) } else { Err(self.of.wrong("text")) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, DecodeError> {
        let node = self.value.ok_or_else(|| self.of.wrong("object"))?;
        seed.deserialize(self.of.of(node)).map_err(|error| error.at(node.place))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, DecodeError> {
        Err(self.of.wrong("object"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, DecodeError> {
        Err(self.of.wrong("object"))
    }
}
