// Verifies webhooks with the reference library. Standard input: a JSON object a line, {"secret","headers","body"}; output: a line each,
// "ok" or what is wrong.
const { Webhook } = require("standardwebhooks");

const lines = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const line of lines) {
  const { secret, headers, body } = JSON.parse(line);
  try {
    new Webhook(secret).verify(body, headers);
    console.log("ok");
  } catch (error) {
    console.log(error.message);
  }
}
