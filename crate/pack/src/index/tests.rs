use super::{Index, IndexPlatform, Needle, Pack, needles, open_pack, shortest};
use crate::container::{PackError, PackKind, write};
use crate::testing::{compiled, ids, packs, platform};
use crate::{PackFile, Platform};

fn index() -> Index {
    Index::read(&packs()[0].bytes).unwrap()
}

fn file(name: &str) -> &'static PackFile {
    packs().iter().find(|file| file.name == name).unwrap()
}

/// A platform put together from its packs.
fn unpacked(id: &str) -> Platform {
    let (index, mut unpacked) = (index(), None);
    let known = index.platform(id).unwrap();
    for pack in &known.packs {
        let (name, content) = open_pack(&index.platforms, &file(&pack.file).bytes).unwrap();
        assert_eq!(name, pack.file);
        match (content, &mut unpacked) {
            (Pack::Rules(platform), _) => unpacked = Some(*platform),
            (Pack::Words { lang, messages }, Some(platform)) => platform.add_words(&lang, messages),
            (Pack::Catalog(catalog), Some(platform)) => platform.add_catalog(catalog),
            _ => panic!("the rules come first"),
        }
    }
    unpacked.unwrap()
}

#[test]
fn a_platform_is_the_same_from_its_packs() {
    for id in ids() {
        let (whole, unpacked) = (platform(id), unpacked(id));
        let json = |platform: &Platform| {
            let mut spec = platform.spec.clone();
            spec.redact = crate::Redaction::default();
            serde_json::to_string(&spec).unwrap()
        };
        assert_eq!(json(&whole), json(&unpacked));
        for lang in ["en", "zh-CN"] {
            assert!(whole.messages(lang).is_some() && whole.messages(lang) == unpacked.messages(lang));
        }
        assert!(whole.catalog.all_scopes().eq(unpacked.catalog.all_scopes()));
        assert!(whole.catalog.all_apis().eq(unpacked.catalog.all_apis()));
        assert!(whole.catalog.all_codes().eq(unpacked.catalog.all_codes()));
    }
}

#[test]
fn the_index_knows_hosts_names_and_packs() {
    let index = index();
    let feishu = index.platform("feishu").unwrap();
    assert!(feishu.hosts.iter().any(|host| &**host == "open.feishu.cn"));
    let files: Vec<&str> = feishu.packs.iter().map(|pack| &*pack.file).collect();
    assert_eq!(files, ["feishu.rules.pack", "feishu.en.pack", "feishu.zh-CN.pack", "feishu.catalog.pack"]);
    assert_eq!(feishu.file(PackKind::Words, "zh-CN"), "feishu.zh-CN.pack");
    assert_eq!((feishu.catalog.scopes, feishu.catalog.date.len()), (1204, 10));
    // A generic platform is nobody's, and has no name.
    let is_bound =
        |platform: &IndexPlatform| !platform.unbounded && (!platform.names.is_empty() || &*platform.id == "oauth");
    assert!(index.platforms.iter().all(is_bound));
}

#[test]
fn damaged_foreign_and_mixed_up_packs_are_refused() {
    let index = index();
    let rules = &file("feishu.rules.pack").bytes;
    for step in (0..rules.len()).step_by(97) {
        let mut damaged = rules.clone();
        damaged[step] ^= 0x20;
        assert!(open_pack(&index.platforms, &damaged).is_err(), "byte {step}");
        assert!(open_pack(&index.platforms, &rules[..step]).is_err(), "cut at {step}");
    }
    let error = |bytes: &[u8]| open_pack(&index.platforms, bytes).err();
    assert_eq!(error(&write(PackKind::Rules, "feishu", b"{}")), Some(PackError::OtherVersion));
    assert_eq!(error(&write(PackKind::Rules, "acme", b"{}")), Some(PackError::Unknown));
    assert_eq!(error(&packs()[0].bytes), Some(PackError::Unknown));
    assert_eq!(Index::read(rules).err(), Some(PackError::Unknown));
    assert_eq!(Index::read(&write(PackKind::Index, "index", b"[1")).err(), Some(PackError::Unreadable));
}

#[test]
fn a_pack_with_a_right_hash_and_wrong_content_is_refused() {
    let mut index = index();
    for (kind, id, body) in [
        (PackKind::Rules, "feishu", &b"{\"id\":\"feishu\"}"[..]),
        (PackKind::Words, "feishu.en", b"[]"),
        (PackKind::Catalog, "feishu", b"{\"tables\":[]}\n"),
        (PackKind::Catalog, "feishu", b"{\"tables\":[[4294967295,4294967295],[0,0],[0,0]]}\n"),
    ] {
        let bytes = write(kind, id, body);
        let hash = crate::container::Container::read(&bytes).unwrap().hash.into();
        let platform = index.platforms.iter_mut().find(|p| &*p.id == "feishu").unwrap();
        let name = super::file_name(kind, id);
        platform.packs.iter_mut().find(|pack| *pack.file == *name).unwrap().hash = hash;
        assert_eq!(open_pack(&index.platforms, &bytes).err(), Some(PackError::Unreadable), "{name}");
    }
}

#[test]
fn a_needle_speaks_for_every_platform_that_it_is_a_needle_of() {
    let of = |id: &str, words: &[&str], codes: &[&str]| {
        let mut platform = IndexPlatform::of(&compiled("dingtalk").platform.spec, &crate::Catalog::default(), vec![]);
        platform.id = id.into();
        platform.words = words.iter().map(|word| (*word).into()).collect();
        platform.codes = codes.iter().map(|code| (*code).into()).collect();
        platform
    };
    let all =
        [of("a", &["not allowed here"], &["E12345"]), of("b", &["not allowed", "other words"], &["E12345", "123456"])];
    let needle =
        |text: &str, code, platforms: &[usize]| Needle { text: text.into(), code, platforms: platforms.into() };
    let expected = [
        needle("123456", true, &[1]),
        needle("E12345", true, &[0, 1]),
        needle("not allowed", false, &[0, 1]),
        needle("other words", false, &[1]),
    ];
    assert_eq!(needles(&all), expected);
}

/// Every text of a rule is found by a needle of its platform.
#[test]
fn every_word_and_code_has_a_needle() {
    let index = index();
    let needles = needles(&index.platforms);
    for (place, platform) in index.platforms.iter().enumerate() {
        let finds = |text: &str| needles.iter().any(|n| n.platforms.contains(&place) && text.contains(&n.text));
        for text in platform.words.iter().filter(|text| text.len() >= 5) {
            assert!(finds(text) && finds(&scopelens_text::fold(text)), "{text}");
        }
        for code in &platform.codes {
            assert!(finds(&format!("{{\"errcode\": {code}}}")), "{code}");
        }
    }
    assert!(needles.is_sorted() && needles.len() > 100);
}

#[test]
fn the_shortest_names_hold_no_other_one() {
    let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(shortest(list("code errcode sub_code errno codes no")), ["code", "no"]);
    assert_eq!(shortest(list("没有权限 权限 无权")), ["无权", "权限"]);
    let mut seed = 7_u64;
    for _ in 0..200 {
        let mut next = |count: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % count
        };
        let names: Vec<String> =
            (0..20).map(|_| (0..=next(6)).map(|_| ['a', 'b', '权'][next(3) as usize]).collect()).collect();
        let mut plain = names.clone();
        plain.retain(|name| !names.iter().any(|other| other != name && name.contains(other.as_str())));
        plain.sort();
        plain.dedup();
        assert_eq!(shortest(names.clone()), plain, "{names:?}");
    }
}
