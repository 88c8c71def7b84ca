//! Options of commands whose argument is secret, by the commands' own manuals.

/// What the argument of an option is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Takes {
    /// `a=1; b=2`; without `=` it is the name of a file.
    Cookies,
    /// `name:password`.
    Login,
    /// A secret as a whole; the word says what.
    Secret(&'static str),
}

/// An option that means the same wherever it stands.
pub(crate) struct CommonOption {
    pub(crate) name: &'static str,
    pub(crate) takes: Takes,
}

/// An option of some commands.
pub(crate) struct CommandOption {
    /// Words that stand before the option on its line, in order.
    pub(crate) commands: &'static [&'static str],
    pub(crate) name: &'static str,
    pub(crate) takes: Takes,
    /// Whether the argument stands right behind the name (`-psecret`).
    pub(crate) is_glued: bool,
}

const fn common(name: &'static str, takes: Takes) -> CommonOption {
    CommonOption { name, takes }
}

const PASSWORD: Takes = Takes::Secret("password");

const fn of(commands: &'static [&'static str], name: &'static str, is_glued: bool) -> CommandOption {
    CommandOption { commands, name, takes: PASSWORD, is_glued }
}

pub(crate) const OPTIONS: &[CommonOption] = &[
    // curl
    common("--cookie", Takes::Cookies),
    common("-b", Takes::Cookies),
    common("--user", Takes::Login),
    common("-u", Takes::Login),
    common("--proxy-user", Takes::Login),
    // HTTPie
    common("--auth", Takes::Login),
    // keytool
    common("-storepass", PASSWORD),
    common("-keypass", PASSWORD),
    // openssl
    common("-passin", PASSWORD),
    common("-passout", PASSWORD),
    // PowerShell
    common("-Password", PASSWORD),
];

pub(crate) const COMMANDS: &[CommandOption] = &[
    CommandOption { commands: &["curl"], name: "-U", takes: Takes::Login, is_glued: true },
    CommandOption { commands: &["http", "https", "xh"], name: "-a", takes: Takes::Login, is_glued: false },
    of(&["mysql", "mysqldump", "mysqladmin", "mysqlimport", "mariadb", "mariadb-dump"], "-p", true),
    of(&["docker login", "podman login", "nerdctl login", "helm login", "az login", "oc login"], "-p", false),
    of(&["sshpass"], "-p", true),
    of(&["redis-cli"], "-a", false),
    of(&["ssh-keygen"], "-N", false),
    of(&["ssh-keygen"], "-P", false),
    of(&["mongosh", "mongo", "mongodump"], "-p", false),
    of(&["sqlcmd"], "-P", false),
    of(&["unzip", "7z"], "-P", false),
];
