/// 居民: people with an account of their own.
@NullMarked
package org.ronghe.office.resident;

import org.jspecify.annotations.NullMarked;
