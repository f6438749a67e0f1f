/// Cases over HTTP, for residents, helpers and desks.
@NullMarked
package org.ronghe.serve.filing.web;

import org.jspecify.annotations.NullMarked;
