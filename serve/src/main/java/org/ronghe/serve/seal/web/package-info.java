/// HTTP of signed licences.
@NullMarked
package org.ronghe.serve.seal.web;

import org.jspecify.annotations.NullMarked;
