//! The command line, run as a person or a CI job runs it.
// Clippy lets tests unwrap, but not what tests share.
#![allow(clippy::unwrap_used)]

#[path = "cli/catalog.rs"]
mod catalog;
#[path = "cli/diagnose.rs"]
mod diagnose;
#[path = "cli/fix.rs"]
mod fix;
#[path = "cli/har.rs"]
mod har;
#[path = "cli/own.rs"]
mod own;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/scan.rs"]
mod scan;

use run::{Folder, run};

#[test]
fn help_shows_examples_and_exit_statuses() {
    for command in ["diagnose", "scan", "har", "catalog"] {
        let help = run([command, "--help"], "");
        assert_eq!(help.status, 0);
        for part in ["Examples:", "Exit status:", "--json", "--lang"] {
            assert!(help.out.contains(part), "{command} --help has no {part}");
        }
    }
    assert!(run(["--help"], "").out.contains("Nothing leaves this machine"));
    assert!(run(["--version"], "").out.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn licenses_are_printed() {
    let ended = run(["licenses"], "");
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    for part in ["Copyright (c) 2026 The Scopelens authors", "larksuite/cli", "\nclap ", "Permission is hereby granted"]
    {
        assert!(ended.out.contains(part), "no {part}");
    }
}

#[test]
fn what_is_not_understood_is_said_and_ends_with_2() {
    for arguments in [
        vec![],
        vec!["frobnicate"],
        vec!["scan"],
        vec!["har"],
        vec!["catalog"],
        vec!["diagnose", "--lang", "fr"],
        vec!["scan", "--x"],
    ] {
        let ended = run(arguments.clone(), "");
        assert_eq!((ended.status, ended.err.is_empty()), (2, false), "{arguments:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_spoils_no_other() {
    let folder = Folder::new("unreadable");
    let good = folder.file("good.log", run::OLD.as_bytes());
    let (missing, directory) = (folder.path("missing.log"), folder.path("."));
    for command in ["diagnose", "scan"] {
        let ended = run([command, &missing, &directory, &good], "");
        assert_eq!(ended.status, 2, "{command}");
        assert!(ended.err.contains("missing.log") && ended.err.contains("is a directory"), "{}", ended.err);
        assert!(ended.out.contains("qyapi_get_member"), "{command}: {}", ended.out);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let lines = format!("{}\n", serde_json::json!({ "id": 1, "text": run::NEW })).repeat(3_000);
    let ended = run::with_closed_output(["diagnose", "--jsonl"], &lines);
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
}
