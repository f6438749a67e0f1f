@NullMarked
package org.ronghe.office.totp;

import org.jspecify.annotations.NullMarked;
