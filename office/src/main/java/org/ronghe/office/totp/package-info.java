/// 两步验证: a second proof at sign-in, a code that changes every half minute.
@NullMarked
package org.ronghe.office.totp;

import org.jspecify.annotations.NullMarked;
