/// The same over HTTP.
@NullMarked
package org.ronghe.serve.design.web;

import org.jspecify.annotations.NullMarked;
