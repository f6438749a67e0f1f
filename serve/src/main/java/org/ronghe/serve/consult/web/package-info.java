/// The same over HTTP.
@NullMarked
package org.ronghe.serve.consult.web;

import org.jspecify.annotations.NullMarked;
