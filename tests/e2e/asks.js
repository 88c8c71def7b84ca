// A file that the package gets for a suite: a content script that asks somebody else.
fetch('http://content-script.example/').catch(() => {});
