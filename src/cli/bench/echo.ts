import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
} from 'botbuilder';
import { collectDefaultMetrics, register } from 'prom-client';
import restify from 'restify';

/**
 * The floor of a turn: a bot of the same framework, server and adapter that says back what it hears, and
 * does nothing else. Prints its address when it listens.
 */
const server = restify.createServer({ maxParamLength: 400 });
server.use(restify.plugins.bodyParser({ maxBodySize: 262_144, mapParams: false, rejectUnknown: true }));
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
collectDefaultMetrics();

server.post('/api/messages', async (req, res) => {
  await adapter.process(req as unknown as Request, res as unknown as Response, async (context) => {
    await context.sendActivity(context.activity.text);
  });
});
server.get('/metrics', async (_req, res) => {
  res.writeHead(200, { 'Content-Type': register.contentType });
  res.end(await register.metrics());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${String(address.port)}/\n`);
});
