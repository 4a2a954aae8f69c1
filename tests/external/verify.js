// Verifies webhooks with the reference library. Standard input: a JSON object a line, {"secret","headers","body","at"}; output: a line
// each, "ok" or what is wrong. `at`: the second since 1970 at which the message arrived, null for now.
const { Webhook } = require("standardwebhooks");

const now = Date.now;
const lines = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const line of lines) {
  const { secret, headers, body, at } = JSON.parse(line);
  Date.now = at === null ? now : () => at * 1000;
  try {
    new Webhook(secret).verify(body, headers);
    console.log("ok");
  } catch (error) {
    console.log(error.message);
  }
}
