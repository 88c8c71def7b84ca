/** Gives the injection its result: what is selected in this frame. A classic script, injected after selection.js. */
ScopelensSelection.read();
