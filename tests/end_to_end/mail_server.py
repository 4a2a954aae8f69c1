"""An SMTP server on loopback: STARTTLS or TLS from the first byte with a certificate of its own, AUTH, and answers by recipient
(Debian: python3-aiosmtpd)."""

import asyncio
import email
import email.policy
import logging
import socket
import ssl
import subprocess
import time
import warnings
from dataclasses import dataclass

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # aiosmtpd warns of its own deprecated members, and tells of TLS that failed
warnings.filterwarnings("ignore", "Requiring AUTH while not requiring TLS")  # TLS from the first byte is no TLS in its eyes

USER = "tipoff"
PASSWORD = "pass word\"1"


@dataclass
class Arrived:
    """A mail that was accepted."""

    at: float
    sender: str
    recipients: list
    tls: bool
    login: str
    raw: bytes

    @property
    def message(self):
        return email.message_from_bytes(self.raw, policy=email.policy.default)


def make_certificate(folder):
    """A self-signed certificate for 127.0.0.1; its path and its key's."""
    certificate, key = folder / "mail-cert.pem", folder / "mail-key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )
    return certificate, key


class _Mailbox:
    """The hooks that aiosmtpd calls."""

    def __init__(self, server):
        self.server = server

    async def handle_RCPT(self, smtp, session, envelope, address, options):
        codes = self.server.codes.get(address)
        answer = codes.pop(0) if codes else "250 OK"
        self.server.asked.append((time.time(), address, answer))
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, smtp, session, envelope):
        answers = self.server.after_data.get(envelope.rcpt_tos[0])
        answer = answers.pop(0) if answers else "250 2.0.0 queued"
        if answer[0] in "45":
            return answer
        login = session.auth_data.decode() if isinstance(session.auth_data, bytes) else ""
        self.server.mails.append(
            Arrived(time.time(), envelope.mail_from, list(envelope.rcpt_tos), bool(session.ssl), login, envelope.content)
        )
        if answer == "drop":
            smtp.transport.abort()
        return answer

    async def handle_QUIT(self, smtp, session, envelope):
        if self.server.never_answers_quit:
            self.server.waiting_in_quit += 1
            await asyncio.sleep(600)
        return "221 Bye"


class MailServer:
    """`codes`: recipient to the answers that its next RCPT commands get ("451 4.7.1 later"); afterwards it is accepted. `after_data`: the
    same for whole messages; "drop" keeps the message and ends the connection without an answer. `security`: "starttls", "implicit", or
    "none", which offers no encryption and asks for no password. `without`: mechanisms of AUTH that it does not know."""

    def __init__(self, folder, security="starttls", without=()):
        self.mails = []
        self.asked = []
        self.codes = {}
        self.after_data = {}
        self.mechanisms = []
        self.never_answers_quit = False
        self.waiting_in_quit = 0
        self.certificate, key = make_certificate(folder)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(self.certificate, key)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        options = {"authenticator": self._authenticate, "auth_required": True, "auth_exclude_mechanism": without}
        if security == "starttls":
            options.update(tls_context=tls, require_starttls=True)
        elif security == "implicit":
            options.update(ssl_context=tls, auth_require_tls=False)
        else:
            options = {}
        self.controller = Controller(_Mailbox(self), hostname="127.0.0.1", port=self.port, **options)
        self.controller.start()
        scheme = "smtps" if security == "implicit" else "smtp"
        self.url = f"{scheme}://127.0.0.1:{self.port}"

    def _authenticate(self, smtp, session, envelope, mechanism, login):
        self.mechanisms.append(mechanism)
        right = isinstance(login, LoginPassword) and login.login == USER.encode() and login.password == PASSWORD.encode()
        return AuthResult(success=right, handled=False, auth_data=login.login if right else None)

    def stop(self):
        self.controller.stop(no_assert=True)
