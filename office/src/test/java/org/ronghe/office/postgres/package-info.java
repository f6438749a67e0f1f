/// A throw-away PostgreSQL for the tests of this module.
@NullMarked
package org.ronghe.office.postgres;

import org.jspecify.annotations.NullMarked;
