/// Benefits over HTTP.
@NullMarked
package org.ronghe.serve.benefit.web;

import org.jspecify.annotations.NullMarked;
