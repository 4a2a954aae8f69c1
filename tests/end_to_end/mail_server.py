"""An SMTP server on loopback: STARTTLS with a certificate of its own, AUTH, and answers by recipient (Debian: python3-aiosmtpd)."""

import asyncio
import email
import email.policy
import logging
import socket
import ssl
import subprocess
import time
from dataclasses import dataclass

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

logging.getLogger("mail.log").setLevel(logging.ERROR)  # aiosmtpd warns of its own deprecated members

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
        login = session.auth_data.decode() if isinstance(session.auth_data, bytes) else ""
        self.server.mails.append(
            Arrived(time.time(), envelope.mail_from, list(envelope.rcpt_tos), bool(session.ssl), login, envelope.content)
        )
        return "250 2.0.0 queued"

    async def handle_QUIT(self, smtp, session, envelope):
        if self.server.never_answers_quit:
            self.server.waiting_in_quit += 1
            await asyncio.sleep(600)
        return "221 Bye"


class MailServer:
    """`codes`: recipient to the answers that its next RCPT commands get ("451 4.7.1 later"); afterwards it is accepted."""

    def __init__(self, folder):
        self.mails = []
        self.asked = []
        self.codes = {}
        self.never_answers_quit = False
        self.waiting_in_quit = 0
        self.certificate, key = make_certificate(folder)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(self.certificate, key)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.controller = Controller(
            _Mailbox(self), hostname="127.0.0.1", port=self.port, tls_context=tls, require_starttls=True,
            authenticator=self._authenticate, auth_required=True,
        )
        self.controller.start()
        self.url = f"smtp://127.0.0.1:{self.port}"

    def _authenticate(self, smtp, session, envelope, mechanism, login):
        right = isinstance(login, LoginPassword) and login.login == USER.encode() and login.password == PASSWORD.encode()
        return AuthResult(success=right, handled=False, auth_data=login.login if right else None)

    def stop(self):
        self.controller.stop(no_assert=True)
