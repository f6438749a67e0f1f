/// 省级身份认证: the door of a provincial identity provider (OpenID Connect), off until it is set up.
@NullMarked
package org.ronghe.server.oidc;

import org.jspecify.annotations.NullMarked;
