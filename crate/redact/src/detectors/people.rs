//! What points at a person or carries their words: numbers, addresses, ids, names, messages, files.

use super::{Class, Detector, SECRET, When, signs};

const ID: Detector = Detector { class: Class::Id, ..SECRET };
const WORDS: Detector = Detector { class: Class::Words, ..SECRET };

pub(super) const PEOPLE: &[Detector] = &[
    Detector {
        label: "mobile",
        keys: &[
            "mobile",
            "mobiles",
            "atmobiles",
            "mobilephone",
            "phone",
            "phonenumber",
            "phonenumbers",
            "tel",
            "telephone",
            "workphone",
            "cellphone",
            "exclusivemobile",
        ],
        tails: &["mobile", "phonenumber", "mobilephone"],
        chinese: &["手机号", "手机号码", "手机", "电话", "联系电话", "座机", "固话"],
        when: When::Digits(6),
        signs: signs::PERSON,
        ..ID
    },
    Detector {
        label: "email",
        keys: &["email", "emails", "orgemail", "mail", "useremail", "enterpriseemail", "loginemail", "bizmail"],
        tails: &["email"],
        chinese: &["邮箱", "邮件地址"],
        when: When::Address,
        signs: signs::PERSON,
        ..ID
    },
    Detector {
        label: "job-number",
        keys: &["jobnumber", "jobno", "employeeno", "employeenumber"],
        chinese: &["工号"],
        signs: signs::PERSON,
        ..ID
    },
    Detector {
        label: "id-number",
        keys: &[
            "idcard",
            "idcardno",
            "idcardnumber",
            "idno",
            "idnumber",
            "identityno",
            "identitynumber",
            "certno",
            "certificateno",
            "certificatenumber",
        ],
        tails: &["idcardno", "idcardnumber"],
        chinese: &["身份证号", "身份证号码", "身份证", "证件号", "证件号码"],
        when: When::Digits(6),
        signs: signs::PERSON,
        ..ID
    },
    Detector {
        label: "user-id",
        keys: &[
            "userid",
            "userids",
            "useridlist",
            "staffid",
            "staffids",
            "atuserids",
            "managerid",
            "manageruserid",
            "managerids",
            "manageruseridlist",
            "deptmanageruseridlist",
            "leaderuserid",
            "touser",
        ],
        chinese: &["用户ID", "用户id", "员工ID"],
        signs: signs::PERSON,
        ..ID
    },
    // Unix has small ones.
    Detector { label: "user-id", keys: &["uid"], when: When::Opaque(6), signs: signs::PERSON, ..ID },
    Detector {
        label: "user-id",
        keys: &[
            "operatorid",
            "operatoruserid",
            "opuserid",
            "creatorid",
            "creator",
            "owner",
            "ownerid",
            "owneruserid",
            "originatoruserid",
            "chatbotuserid",
            "fromuserid",
            "touserid",
            "receiverids",
        ],
        tails: &["userid", "userids", "useridlist", "staffid", "operatorid"],
        when: When::Opaque(3),
        ..ID
    },
    Detector {
        label: "union-id",
        keys: &["unionid", "unionids", "unionidlist"],
        tails: &["unionid", "unionids"],
        signs: signs::PERSON,
        ..ID
    },
    Detector { label: "open-id", keys: &["openid", "openids"], tails: &["openid"], signs: signs::PERSON, ..ID },
    Detector { label: "sender-id", keys: &["senderid", "senderstaffid", "senderuserid"], signs: signs::MESSAGE, ..ID },
    Detector { label: "receiver", keys: &["receiveid", "receiverid"], signs: signs::MESSAGE, ..ID },
    Detector {
        label: "conversation-id",
        keys: &[
            "openconversationid",
            "conversationid",
            "openconversationids",
            "chatid",
            "openchatid",
            "chatids",
            "cid",
        ],
        tails: &["conversationid", "chatid"],
        ..ID
    },
    Detector {
        label: "message-id",
        keys: &[
            "msgid",
            "openmsgid",
            "messageid",
            "openmessageid",
            "msgids",
            "processquerykey",
            "processquerykeys",
            "originalmsgid",
        ],
        tails: &["msgid", "messageid"],
        signs: signs::MESSAGE,
        ..ID
    },
    Detector {
        label: "file",
        keys: &[
            "downloadcode",
            "picturedownloadcode",
            "mediaid",
            "mediaids",
            "photomediaid",
            "filekey",
            "imagekey",
            "avatarmediaid",
        ],
        tails: &["downloadcode", "mediaid"],
        ..ID
    },
    Detector {
        label: "avatar",
        keys: &["avatar", "avatarurl", "avatarbig", "avatarthumb", "headimgurl", "headimage"],
        class: Class::Words,
        signs: signs::PERSON,
        ..SECRET
    },
    Detector {
        label: "name",
        keys: &[
            "nick",
            "nickname",
            "sendernick",
            "sendername",
            "realname",
            "creatorname",
            "operatorname",
            "chinesename",
            "familyname",
            "givenname",
            "ennick",
        ],
        tails: &["nick", "nickname", "realname"],
        chinese: &["姓名", "昵称"],
        signs: signs::PERSON,
        ..WORDS
    },
    Detector { label: "name", keys: &["username", "loginname", "loginid", "account"], when: When::Always, ..WORDS },
    Detector {
        label: "name",
        keys: &["name", "enname", "displayname", "alias", "remark"],
        when: When::InPerson,
        ..WORDS
    },
    Detector { label: "title", keys: &["conversationtitle", "chatname", "grouptitle"], ..WORDS },
    Detector {
        label: "message",
        keys: &["textcontent", "recognition", "msgcontent", "messagecontent", "markdowntext"],
        ..WORDS
    },
    Detector {
        label: "message",
        keys: &["content", "text", "title", "markdown", "singletitle", "subject", "desc"],
        when: When::InMessage,
        ..WORDS
    },
];
