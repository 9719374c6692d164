"""Headers of every answer: what the browser may load, where it may be framed, what it may keep.

An answer is private, kept by nobody, until its view says otherwise with `kept_for`: forgetting it
costs a request, the reverse would show one person's petition to another.
"""

from typing import Final

from flask import Flask, Response, request

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect")),
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    )
)
FEATURES: Final = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope")
MORE_FEATURES: Final = ("magnetometer", "microphone", "midi", "payment", "usb")
ALWAYS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-XSS-Protection": "0",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in FEATURES + MORE_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ONE_YEAR: Final = "max-age=31536000; includeSubDomains"


def kept_for(response: Response, seconds: int) -> Response:
    """Let anyone keep a public page for `seconds`, and ask later whether it changed (ETag).

    Only for pages without a form, a session or a case. Returns the answer, 304 when unchanged.
    """
    response.headers["Cache-Control"] = f"public, max-age={seconds}"
    response.add_etag()
    response.make_conditional(request.environ)
    return response


def init_headers(app: Flask, *, https: bool) -> None:
    """Set the headers after each request; `https` is whether the address served is.

    `Referrer-Policy: no-referrer` goes with every private answer, so no check of forged
    requests may ask for a Referer (`WTF_CSRF_SSL_STRICT` must stay off).
    """

    def set_headers(response: Response) -> Response:
        response.headers.extend(
            {name: value for name, value in ALWAYS.items() if name not in response.headers}
        )
        response.headers.setdefault("Cache-Control", "no-store")
        if "no-store" in response.headers["Cache-Control"]:
            response.headers.setdefault("Referrer-Policy", "no-referrer")
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        if https:
            response.headers["Strict-Transport-Security"] = ONE_YEAR
        return response

    app.after_request(set_headers)
