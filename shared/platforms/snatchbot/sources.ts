/** Where what we know of SnatchBot is written or was seen. */
export const webhookPage = 'SnatchBot’s description of its WebHook, with its one sample';
export const jsonApiPage = 'SnatchBot docs, "JSON API"';
export const usingJsonApiPage = 'SnatchBot docs, "Using the JSON API"';
export const apiPage = 'SnatchBot docs, "API" and "Reference"';
export const flaskServer = 'a public JSON API server in Python (pragnakalp, Dialogflow connector)';
export const channelClients = 'public clients of the API channel (Flutter, React Native, Vue, Pipedream)';
export const inference = 'not written anywhere public; concluded from the rest';
