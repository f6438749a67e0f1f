/// What the administrator sees of the hooks.
@NullMarked
package org.ronghe.serve.hook.web;

import org.jspecify.annotations.NullMarked;
