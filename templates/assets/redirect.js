// What stands behind the "#" of an old address goes along to the new one: a refresh would leave it behind. Where to
// is in the page, and of this site. A page that is left here is read no further, so that its refresh does not come after.
"use strict";
(() => {
const to = new URL(document.currentScript.dataset.href, location.href);
if (location.hash === "" || to.origin !== location.origin) return;
to.hash = location.hash;
stop();
location.replace(to.href);
})();
