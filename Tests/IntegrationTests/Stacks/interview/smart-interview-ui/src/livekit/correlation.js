const sessionId = new URLSearchParams(window.location.search).get("sessionId");

export const correlationHeaders = () => ({ "X-Session-Id": sessionId });
