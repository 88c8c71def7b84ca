//! What is written from the border's types, and held against them.

mod types;
