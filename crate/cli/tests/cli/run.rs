//! Runs the real program.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

pub const NEW: &str = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9","message":"应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23Contact.User.Read","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#;
pub const OLD: &str = r#"{"errcode":88,"sub_code":"60011","sub_msg":"没有调用该接口的权限","errmsg":"ding talk error[subcode=60011,submsg=没有调用该接口的权限, {requiredScopes=[qyapi_get_member]}]","request_id":"16l4ew3d47pdp"}"#;
pub const IP: &str = r#"{"code":"Forbidden.AccessDenied.IpNotInWhiteList","requestid":"A","message":"dingtalk 访问ip不在白名单之中,request ip=1.2.3.4"}"#;

/// How the program ended.
pub struct Ended {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs it with `input` on standard input, in English.
pub fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>, input: impl AsRef<[u8]>) -> Ended {
    in_language("en_US.UTF-8", arguments, input)
}

/// Runs it with this `LC_ALL`.
pub fn in_language<A: AsRef<OsStr>>(
    lang: &str,
    arguments: impl IntoIterator<Item = A>,
    input: impl AsRef<[u8]>,
) -> Ended {
    let mut child = start(lang, arguments);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // What does not read its input closes it.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ended { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs it and closes its output after the first bytes.
pub fn with_closed_output<const N: usize>(arguments: [&str; N], input: &str) -> Ended {
    let mut child = start("en", arguments);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    child.stdout.take().unwrap().read_exact(&mut [0; 10]).unwrap();
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    let status = child.wait().unwrap().code().unwrap();
    writer.join().unwrap();
    Ended { status, out: String::new(), err }
}

fn start<A: AsRef<OsStr>>(lang: &str, arguments: impl IntoIterator<Item = A>) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scopelens"));
    command.args(arguments).env("LC_ALL", lang);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// A folder of its own for one test; it is gone afterwards.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> String {
        fs::write(self.0.join(name), bytes).unwrap();
        self.path(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
