/// 征求意见: what the county asks its people, what they said, what was done about it.
@NullMarked
package org.ronghe.serve.consult;

import org.jspecify.annotations.NullMarked;
