// Makes the replica set and the hub's user where they are missing. Run by mongosh --nodb.
const fs = require('fs');
const secret = name => fs.readFileSync('/run/secrets/' + name, 'utf8').trim();

// The first start of the server ends with a restart of its own: be patient with it.
function connected() {
  for (let attempt = 1; ; attempt++) {
    try {
      return new Mongo('mongodb://root:' + encodeURIComponent(secret('mongo-root-password'))
          + '@mongo:27017/admin?directConnection=true');
    } catch (e) {
      if (attempt === 30) throw e;
      sleep(2000);
    }
  }
}

const admin = connected().getDB('admin');
try {
  admin.adminCommand({replSetGetStatus: 1});
} catch (e) {
  if (e.codeName !== 'NotYetInitialized') throw e;
  admin.adminCommand({replSetInitiate: {_id: 'tsunagi', members: [{_id: 0, host: 'mongo:27017'}]}});
}
while (!admin.adminCommand({hello: 1}).isWritablePrimary) sleep(500);

const tsunagi = admin.getSiblingDB('tsunagi');
const password = secret('mongo-app-password');
if (tsunagi.getUser('tsunagi') === null) {
  tsunagi.createUser({user: 'tsunagi', pwd: password, roles: [{role: 'readWrite', db: 'tsunagi'}]});
} else {
  tsunagi.updateUser('tsunagi', {pwd: password});
}
print('Replica set and user are there.');
