/**
 * Longest text that is taken from a selection or a message, in UTF-16 units. The one number for modules and for the classic
 * scripts in pages, which cannot import: so this runs as either.
 */
var ScopelensTextCap = 256 * 1024;
globalThis.ScopelensTextCap = ScopelensTextCap;
