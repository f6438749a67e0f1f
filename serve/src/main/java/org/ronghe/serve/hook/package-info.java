/// 回调: other systems of the county that are told when a case moves, by signed messages over HTTP
/// (Standard Webhooks).
@NullMarked
package org.ronghe.serve.hook;

import org.jspecify.annotations.NullMarked;
