// An OpenID provider on loopback under another name than the county's, so that browsers take it for another site.
import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";

const CLIENT = "ronghe-walk";
const SECRET = "only for this walk";
const base64 = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** `person` holds the claims of whoever signs in. */
export async function startIssuer(person) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map();
  let address = "";

  function idToken(nonce) {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: address, aud: CLIENT, iat: now, exp: now + 60, nonce, ...person };
    const signed = `${base64({ alg: "RS256", kid: "1" })}.${base64(claims)}`;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey).toString("base64url")}`;
  }
  function token(fields, header) {
    const grant = grants.get(fields.get("code"));
    grants.delete(fields.get("code"));
    const basic = `Basic ${Buffer.from(`${CLIENT}:${SECRET.replaceAll(" ", "+")}`).toString("base64")}`;
    const challenge = createHash("sha256").update(fields.get("code_verifier") ?? "").digest("base64url");
    if (!grant || header !== basic || challenge !== grant.get("code_challenge")) return [400, { error: "invalid_grant" }];
    return [200, { access_token: randomUUID(), token_type: "Bearer", expires_in: 60, id_token: idToken(grant.get("nonce")) }];
  }

  const server = createServer(async (request, response) => {
    const url = new globalThis.URL(request.url, address);
    let body = "";
    for await (const piece of request) body += piece;
    const json = (status, value) => response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json(200, {
          issuer: address, authorization_endpoint: `${address}/authorize`, token_endpoint: `${address}/token`, jwks_uri: `${address}/jwks`,
          response_types_supported: ["code"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/jwks":
        return json(200, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] });
      case "/authorize": {
        const code = randomUUID();
        grants.set(code, url.searchParams);
        const back = new globalThis.URL(url.searchParams.get("redirect_uri"));
        back.searchParams.set("code", code);
        back.searchParams.set("state", url.searchParams.get("state"));
        // A page with a link, as a person would come to, on another site than the county's.
        return response.writeHead(200, { "Content-Type": "text/html" }).end(`<a id="agree" href="${back.href.replaceAll("&", "&amp;")}">agree</a>`);
      }
      case "/token":
        return json(...token(new globalThis.URLSearchParams(body), request.headers.authorization));
      default:
        return json(404, {});
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://localhost:${server.address().port}`;
  return { address, client: CLIENT, secret: SECRET, stop: () => new Promise((resolve) => server.close(resolve)) };
}
