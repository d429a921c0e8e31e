// Package disk is the only room that reads or writes a site’s files. It reads the site's
// folder without ever leaving it, and publishes all or nothing: whatever
// happens, public/ is the whole old site or the whole new one.
package disk
