/// The catalogue over HTTP, open to anyone.
@NullMarked
package org.ronghe.serve.catalogue.web;

import org.jspecify.annotations.NullMarked;
