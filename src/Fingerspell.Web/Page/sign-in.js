// A server that is open to a network wants a token. The page shows it once and gets a cookie for it, because a socket
// can show none.

/** Signs in with the token after the address's #, where there is one, and takes it out of sight. Whether there was one that the server took. */
export async function signInByAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (!token)
    return false;
  history.replaceState(null, "", location.pathname + location.search);
  return !(await signIn(token));
}

/** Shows the server the token; says what went wrong, or nothing where the server has taken it. */
export async function signIn(token) {
  try {
    // What is pasted may hold anything, but a header holds only plain characters.
    const shown = encodeURIComponent(token.trim()) === token.trim() ? token.trim() : "";
    const { ok, status } = await fetch("api/sign-in", { method: "POST", headers: { Authorization: `Bearer ${shown}` } });
    if (ok)
      return "";
    if (status === 401)
      return "The server does not take this token.";
  } catch {
    // It does not answer, which is said below.
  }
  return "The server has not looked at the token; try again in a moment.";
}
